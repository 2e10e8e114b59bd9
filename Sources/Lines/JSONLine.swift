import Foundation

/// One JSON object on one line: how Attune writes and reads everything that programs read.
public enum JSONLine {
  /// The value as JSON on one line, keys in alphabetical order, without the line's ending.
  ///
  /// A number that is not finite, which JSON cannot hold, becomes a string. With that, encoding
  /// fails only for a type whose `encode(to:)` throws or writes nothing; Attune has none.
  public static func encode(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    do {
      return String(decoding: try encoder.encode(value), as: UTF8.self)
    } catch {
      preconditionFailure("\(type(of: value)) cannot be encoded: \(error)")
    }
  }

  /// The value that a line holds.
  ///
  /// - Throws: `JSONLineError`, in words fit for a person.
  public static func decode<Value: Decodable>(_ type: Value.Type, from line: some StringProtocol)
    throws(JSONLineError) -> Value
  {
    let data = Data(line.utf8)
    do {
      return try JSONDecoder().decode(type, from: data)
    } catch let error as JSONLineError {
      throw error
    } catch DecodingError.dataCorrupted(let context)
      where context.codingPath.isEmpty
      && (try? JSONDecoder().decode(JSONValue.self, from: data)) != nil
    {
      // Foundation calls a fraction 'not JSON' where it wants a whole number.
      throw JSONLineError(message: "a number is not whole, or too large")
    } catch let error as DecodingError {
      throw JSONLineError(error)
    } catch {
      throw JSONLineError(message: "not JSON")
    }
  }
}

extension JSONLine {
  /// Whether a line ends within a string, an object or a list, as where a file was cut.
  public static func isCutShort(_ line: some StringProtocol) -> Bool {
    var depth = 0
    var isInString = false
    var isEscaped = false
    for byte in line.utf8 {
      switch byte {
      case _ where isEscaped: isEscaped = false
      case UInt8(ascii: "\\"): isEscaped = isInString
      case UInt8(ascii: "\""): isInString.toggle()
      case _ where isInString: break
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
    }
    return isInString || depth > 0
  }
}

/// Why a line of JSON could not be read.
public struct JSONLineError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, in lower case.
  public var message: String
  /// What to do about it, where that can be said.
  public var mend: String?

  /// Creates an error that says this.
  public init(message: String, mend: String? = nil) {
    self.message = message
    self.mend = mend
  }

  init(_ error: DecodingError) {
    func path(_ context: DecodingError.Context, _ last: (any CodingKey)? = nil) -> String {
      (context.codingPath + (last.map { [$0] } ?? [])).map { key in
        key.intValue.map(String.init) ?? key.stringValue
      }.joined(separator: ".")
    }
    func name(_ context: DecodingError.Context) -> String {
      context.codingPath.isEmpty ? "the line" : "'\(path(context))'"
    }
    switch error {
    case .keyNotFound(let key, let context):
      message = "the key '\(path(context, key))' is missing"
    case .valueNotFound(_, let context):
      message = "\(name(context)) is null"
    case .typeMismatch(let type, let context):
      message = "\(name(context)) is not \(Self.inWords(type))"
    case .dataCorrupted(let context):
      message =
        context.codingPath.isEmpty
        ? "not JSON"
        : "'\(path(context))' holds a value that is not allowed"
    @unknown default:
      message = "not JSON of the form expected"
    }
  }

  /// What is wrong, and the mend.
  public var description: String { [message, mend].compactMap(\.self).joined(separator: "; ") }

  private static func inWords(_ type: any Any.Type) -> String {
    switch type {
    case is String.Type: return "a string"
    case is Int.Type, is UInt64.Type: return "a whole number"
    case is Double.Type: return "a number"
    case is Bool.Type: return "true or false"
    case is any Keyed.Type: return "an object"
    case is any Collection.Type: return "a list"
    default: return "an object"
    }
  }
}

/// Tells dictionaries of any kind from lists.
private protocol Keyed {}

extension Dictionary: Keyed {}

extension Unicode.Scalar {
  /// Whether it stands for an apostrophe: the typewriter's and the printer's, and the accents, primes
  /// and quotation marks that are typed or pasted for one.
  @inlinable public var isApostrophe: Bool {
    switch value {
    case 0x27, 0x60, 0xb4, 0x2bc, 0x2018, 0x2019, 0x201b, 0x2032, 0xff07: true
    default: false
    }
  }
}

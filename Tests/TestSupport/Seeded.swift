import Repeatable

/// The generator that tests draw from, so that a failing case comes back.
public typealias Seeded = SplitMix64

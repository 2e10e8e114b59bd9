import Diagnostics
import Scenarios

/// A feeling is a plain English word: the coach and the hint show it to the trainee, and hold what
/// the trainee names against it.
struct FeelingWordCheck: VignetteCheck {
  /// Shorter words are one slip from too many others.
  static let minLetters = 4

  func check(_ vignette: Vignette) -> [Diagnostic] {
    guard Language.isEnglish(vignette.language) else { return [] }
    let lines = vignette.storyLines + vignette.answerLines
    return lines.flatMap { line in
      line.feelings.compactMap { feeling -> Diagnostic? in
        guard feeling.contains(where: \.isLetter) else {
          return vignette.warning(
            .oddFeeling, at: .feelings(line.text), "the feeling '\(feeling)' is no word",
            mend: "write the feeling's name")
        }
        if let parts = Self.parts(of: feeling) {
          return vignette.warning(
            .joinedFeelings, at: .feelings(line.text), "'\(feeling)' may be more than one feeling",
            mend: "part feelings with commas: \(parts.joined(separator: ", "))")
        }
        return Self.meant(by: feeling).map { word in
          vignette.warning(
            .oddFeeling, at: .feelings(line.text), "the feeling '\(feeling)' is not a known word",
            mend: "did you mean '\(word)'?")
        }
      }
    }
  }

  /// The words of a feeling that has several, each of which is a common word for one.
  private static func parts(of feeling: String) -> [String]? {
    let words = feeling.split(whereSeparator: \.isWhitespace).map(String.init)
    return words.count > 1 && words.allSatisfy { commonSet.contains($0.lowercased()) } ? words : nil
  }

  /// The common word for a feeling that an unknown one is one slip of typing away from, the first
  /// letter taken as meant; `nil` for a common word and for one that is like none.
  static func meant(by feeling: String) -> String? {
    let typed = Array(feeling.lowercased())
    guard typed.count >= minLetters,
      !commonSet.contains(feeling.lowercased()), !alike.contains(feeling.lowercased())
    else { return nil }
    return common.first { word in
      let letters = Array(word)
      return letters.first == typed.first && abs(letters.count - typed.count) <= 1
        && NearName.editDistance(typed, letters) == 1
    }
  }

  private static let commonSet = Set(common)
  /// Words of four letters for how somebody feels that are one slip away from common words.
  private static let alike: Set = [
    "aged", "dead", "lone", "lust", "need", "sane", "sent", "sure", "tied",
  ]
  /// Common words for feelings, to find slips of typing by. A word that is not among them is as good.
  private static let common = """
    abandoned admiring adore adored affection affectionate afraid aggrieved agitated agony alarmed
    alert alive alone aloof amazed ambivalent amused anger angry anguished annoyed anxiety anxious
    apathetic appalled apprehensive approving argumentative ashamed assured astonished awed
    awkward baffled belittled berated bereaved bereft betrayal betrayed bewildered bitter
    bitterness blame blamed blank bleak blocked bored boredom braced brave brisk bruised burdened
    burnt callous calm candid cared careful caring caught cautious chastened cheated cheered
    cheerful cherish cherished clear clever cold combative comfort comfortable comforted
    compassionate compelled concerned conflicted confused confusing confusion connected
    considerate contempt contemptuous content contented contrite controlled cornered courageous
    cowed cranky crestfallen crowded crushed crying curiosity curious curt cynical daunted
    daunting dazed deceived defensive defiant deflated dejected delighted demoralised demoralized
    depleted depressed desolate desolation despair despairing desperate despised despondent
    detached determined devastated devastating dignified disappointed disappointment disapproving
    disbelieving disconnected discontented discouraged disgraced disgust disgusted disheartened
    disillusioned dismayed dismissed disoriented displaced dissatisfied distant distracted
    distressed distrustful dogged doubt doubtful drained dread dreading driven drowning drowsy
    dubious dull dutiful eager earnest ecstatic elated embarrassed embarrassing embarrassment
    empowered emptiness empty encouraged energetic engaged enjoy enraged enthusiastic envious envy
    erased estranged euphoric evasive exasperated exasperating excited exciting excluded exhausted
    exhausting exhaustion exposed failure faint fair fascinated fatigue fear fearful fearless
    fears flat flattered flustered foggy fond fondness foolish forgiving forgotten forlorn fragile
    frank frantic frazzled free friendless friendly frighten frightened frightening frustrated
    frustrating frustration fulfilled fuming furious fury gentle glad gloomy grateful gratitude
    grief grieve grieving grumpy guarded guilt guilty gutted happiness happy harassed hate hateful
    hatred haunted heartbreak heartbroken heartened helpless helplessness hesitant hollow homeless
    homesick honest hope hopeful hopeless hopelessness hoping horrified hostile humble humiliated
    humiliating humiliation hunted hurried hurt hurting hurts idle impatient impotent impulsive
    inadequate incredulous indebted indecisive indifferent indignant inferior infuriated
    infuriating inhibited insecure insincere inspired insulted interested intimidated intrigued
    invaded invisible irate ironic irritated isolated jaded jealous jealousy jittery jolly joyful
    judged jumpy keen kind knackered knowing knowledgeable lazy lethargic light listless livid
    loathing loneliness lonely longing loss lost love loved lovesick loving loyal mad melancholy
    miserable mistrustful mistrusting misunderstood modest mortified mourn mournful mourning moved
    mute nauseous needy neglected nervous nervy neutral nostalgia nostalgic numb numbness obedient
    obliged offended open oppressed optimistic outcast outraged overburdened overcome overjoyed
    overloaded overlooked overwhelmed overwhelming overworked overwrought pain painful panic
    panicked panicky paralysed paralyzed passive patient peace peaceful peeved pensive perplexed
    perturbed pessimistic petrified pitying playful pleading pleased polite possessive powerful
    powerless pressured pride protective proud provoked puzzled queasy quiet rage raging rattled
    ready reassured rebellious receptive reckless regret regretful regretting rejected relaxed
    relief relieved reluctant remorse remorseful replaced repulsed resent resentful resentment
    resigned respectful responsible restless restored restrained reverent revolted robbed rueful
    rushed sad sadder sadness safe satisfied scared scary scattered sceptical scorned scornful
    searching secure seething sensitive sentimental serious settled shaken shaky shame shamed
    shattered sheepish shock shocked shunned shy sickened silenced silly singled skeptical skittish
    sleepless sleepy slighted small smothered smug sobbing softened soothed sore sorrow sorrowful
    sorry spent spiteful spurned squeamish startled steady sting stoical strained stress stressed
    stricken struggling stubborn stuck stung stunned stupid sulky sullen superior superstitious
    supported surly surprise surprised suspicious swamped sympathetic tactful tearful tempted
    tender tenderness tense tensed tension tentative terrified terrifying terror tetchy thankful
    thoughtful threatened thrilled timid tired tolerant tormented torn touched touchy tranquil
    trapped traumatised traumatized tricked troubled trust trusting unacknowledged unappreciated
    uncertain uncomfortable undecided undermined uneasy unfair unhappy unheard unhinged
    unimportant unlovable unloved unmoved unnerved unreal unsafe unseen unsettled unsteady unsure
    unwanted unworthy uplifted upset uptight used useful vengeful vexed vigilant vindicated
    violated vulnerable wanted warm warmth wary watched watchful weak weary weeping weepy wild
    winded wistful withdrawn wonder wonderful worn worried worries worry worthless wounded wronged
    wry yearning zealous
    """.split(whereSeparator: \.isWhitespace).map(String.init)
}

/// The words whose class matters for grading.
///
/// Classes are features among others, never verdicts: 'stupid' in a reply may quote, deny or judge.
enum Lexicon {
  /// The classes of a word, by its hash.
  static func classes(of hash: UInt64) -> WordClass {
    table.numbers[hash].map { table.classes[$0] } ?? []
  }

  private static func words(_ list: String) -> [UInt64] {
    list.split(whereSeparator: \.isWhitespace).map { Hashing.hash($0.utf8) }
  }

  private static let table: (numbers: HashIndex, classes: [WordClass]) = {
    var table: [UInt64: WordClass] = [:]
    for (wordClass, list) in lists + feelings {
      for hash in words(list) { table[hash, default: []].formUnion(wordClass) }
    }
    let entries = table.sorted { $0.key < $1.key }
    return (HashIndex(entries.map(\.key)), entries.map(\.value))
  }()

  private static let lists: [(WordClass, String)] = [
    ([.function, .firstPerson], "i me my mine myself we us our ours"),
    ([.function, .secondPerson], "you your yours self"),
    (
      [.function, .thirdPerson],
      "he him his she her hers they them their theirs himself herself themselves"
    ),
    ([.function, .thirdPerson, .impersonal], "it its"),
    (
      [.function, .auxiliary],
      """
      is are was were am be been being do does did have has had can could will would shall should
      may might must
      """
    ),
    ([.function, .whWord], "what who whom whose where when why how which"),
    ([.function, .negation], "not no never nothing nobody none nor neither without hardly"),
    ([.function, .contrast], "but however though although yet still"),
    (
      .function,
      """
      a an the this that these those and or if because so as of in on at to for from with by about
      into over under after before between through up down out off than then there here too very
      just only even also all any some each every both more most much many such own same other
      another again while until since once ever
      """
    ),
    (
      .saying, "say says said saying call calls called calling tell tells told telling think thinks"
    ),
    (.saying, "thought feel feels felt wonder wondering believe reckon name naming claim"),
    (.abbreviation, "mr mrs ms dr st prof"),
    (.lead, "and so but well okay now right then or yeah yes sure oh"),
    (.determiner, "the that this there anyone anything any these those a"),
    (.filler, "um umm uh uhm uhh er erm err ehm hmm hm mm mmm ah ahh eh basically"),
    (.duty, "should must ought need needs have shouldnt mustnt supposed better duty right wrong"),
    (.hedge, "maybe perhaps seems seem might could almost sort kind bit guess possibly wonder"),
    (.absolute, "always never everybody everyone everything nobody anyone all clearly obviously"),
    (
      .fault,
      """
      stupid lazy selfish childish immature dramatic paranoid weak coward cowardly foolish silly
      ridiculous naive ungrateful manipulative irresponsible careless crazy mad fault blame lie
      lying liar excuse excuses pathetic hysterical bitter negative overreacting sensitive
      attention victim wallowing moaning complaining whining dishonest bad cruel mean cold
      difficult needy clingy stubborn arrogant reckless wasting hopeless useless failure guilty
      shameful disgusting attitude rude spiteful spite petty vindictive jealous jealousy possessive
      controlling narcissist narcissistic hypocrite hypocritical sulking sulk sulky moody spoilt
      spoiled entitled absorbed pity pitying brat idiot idiotic fool moron dumb thick clueless
      incompetent sloppy slob idle workshy sponger sponging freeloader freeloading waster joke
      disgrace disgraceful unreasonable irrational illogical absurd nonsense rubbish melodramatic
      drama fussy nagging nag pushy bossy prejudiced bigoted ignorant gullible daft soft wimp wet
      spineless gutless pushover doormat unhinged deranged neurotic obsessive junkie slut cheat
      thief fraud phony fake sneaky devious cunning deceitful disloyal unfaithful unreliable
      inconsiderate thoughtless insensitive heartless callous shirking shirk dodging neglecting
      neglectful negligent indulgent indulging exaggerating exaggerate exaggeration overthinking
      oversensitive touchy prickly defensive hostile aggressive abusive grumpy sour disrespectful
      impolite annoying irritating tiresome nuisance hypochondriac sulks moan whinge whinging
      whingeing bleating grumbling grumble wallow cowards loser losers failing hateful nasty
      vicious greedy stingy tight vain conceited smug pompous snob snobbish judgmental intolerant
      rigid inflexible pigheaded headstrong obstinate awkward impossible unbearable insufferable
      toxic poisonous cynical pessimistic pessimist whiner moaner complainer quitter skiver
      layabout dosser timewaster timid feeble flaky fickle shallow superficial frivolous impulsive
      rash hotheaded temper tantrum tantrums ungracious unfair unkind ungenerous heartlessness
      manipulating manipulator scheming twisted warped sadcase shameless disgusted embarrassment
      embarrassing weakness cowardice selfishness laziness stupidity stubbornness arrogance naivety
      vanity greed immaturity negativity carelessness recklessness avoiding avoidance evasive
      ducking provoked provoking deserved deserve deserves
      """
    ),
    (
      .worth,
      """
      strength strong courage brave bravery effort proud honest honesty care cared caring loyal
      loyalty determined determination commitment committed persistence resilience patience kindness
      kind generous thoughtful strive worked managed achievement respect admire impressive
      """
    ),
    (.amount, "old many much long often far big late early soon tall heavy bad recently regularly"),
    (.invitation, "tell say describe share walk take talk help show paint give go start begin"),
    (
      .instruction,
      """
      try stop start make go get call write take keep think remember consider let put leave find join
      book ask forget move look do be see imagine speak set give focus avoid calm relax
      """
    ),
    (
      .stock,
      """
      hear sounds sound understand understandable valid validate feelings tough hard difficult sorry
      imagine okay appreciate space safe journey here support alone
      """
    ),
    (
      .general,
      """
      like really lot lots thing things stuff something going go goes come coming came weigh
      weighing matter matters situation time times happen happening happened sense make makes making
      made share shared sharing thank thanks heard hearing listen listening feeling experience
      experiencing process moment today deal dealing affect affecting affects impact important big
      huge rough challenging stressful life see seeing get getting got know known mean means
      definitely totally absolutely completely truly certainly quite pretty whole place point view
      everything anything much many little bring brings bringing brought want wanted open opening
      opened trust trusting carry carrying hold holding week day days lately together us person
      people somebody someone way pick picking sensing noticing notice
      """
    ),
  ]

  /// Words for feelings, sorted by which feeling it is.
  private static let feelings: [(WordClass, String)] = [
    (
      .sad,
      """
      sad sadness grief grieve grieving mourn mourning loss lost cry crying tears heartbroken empty
      emptiness hopeless despair miserable down depressed numb hollow missing ache aching sorrow
      gone gutted bereft forlorn desolate desolation tearful weeping sobbing heartbreak devastated
      devastating bereaved sadder
      """
    ),
    (
      .afraid,
      """
      afraid fear fears scared frightened frightening scary terrified terror panic panicky anxious
      anxiety worry worried worries nervous dread dreading uneasy unsafe frighten petrified fearful
      alarmed apprehensive insecure threatened wary shaken shaky daunted daunting panicked
      terrifying
      """
    ),
    (
      .angry,
      """
      angry anger furious rage raging mad fuming annoyed irritated resent resentful resentment
      bitter frustrated frustrating frustration livid outraged unfair sick cross seething
      infuriated infuriating irate bitterness hate hatred exasperated exasperating indignant
      enraged
      """
    ),
    (
      .ashamed,
      """
      ashamed shame embarrassed embarrassing humiliated humiliating guilt guilty blame failure
      worthless stupid dirty foolish regret sorry exposed mortified inadequate unworthy disgraced
      humiliation regretting shamed judged
      """
    ),
    (
      .lonely,
      """
      lonely loneliness alone isolated abandoned forgotten unseen invisible unheard unwanted left
      outside excluded ignored nobody overlooked unloved unimportant disconnected homesick
      friendless shunned
      """
    ),
    (
      .hurt,
      """
      hurt hurts hurting pain painful wounded stung sting betrayed betrayal rejected crushed cruel
      disappointed disappointment broken heavy insulted slighted belittled dismissed cheated
      jealous envious envy deceived undermined agony
      """
    ),
    (
      .tired,
      """
      tired exhausted exhausting weary worn drained stressed stress overwhelmed overwhelming burnt
      swamped drowning struggling stretched pressure knackered shattered frazzled overworked
      overloaded sleepless exhaustion fatigue depleted
      """
    ),
    (
      .glad,
      """
      happy glad joy excited exciting delighted thrilled pleased proud pride enjoy fun grateful
      hope hopeful lucky wonderful cheerful content contented elated overjoyed amused optimistic
      eager keen happiness
      """
    ),
    (
      .calm,
      """
      calm relief relieved peace peaceful safe quiet settled comfort comfortable ease rest soothed
      secure relaxed steady
      """
    ),
    (
      .torn,
      """
      torn confused confusing stuck unsure uncertain conflicted trapped lost doubt puzzled
      ambivalent undecided bewildered baffled disoriented mixed
      """
    ),
    (
      .loving,
      """
      love loved loving tender tenderness cared warm warmth close dear longing fond fondness
      affection adore adored cherish cherished
      """
    ),
  ]
}

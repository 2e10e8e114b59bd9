import Scenarios

/// The wordings of general questions, by which their kind is told.
///
/// They ask about the whole of it, the hour, the helper or the client themselves; the same words
/// with a name in them ask about a topic, which `Question` leaves to its caller.
extension Inquiry {
  /// The kinds with their wordings; of two that match, the first counts.
  static let wordings: [(kind: Inquiry, phrases: PhraseList)] = [
    (.say, say), (.change, change), (.themselves, themselves), (.you, you), (.others, others),
    (.coping, coping), (.begin, begin), (.needs, needs), (.hopes, hopes), (.now, now),
  ]

  /// The kind that answers in place of one that is used up or goes too deep.
  var nearest: Inquiry? {
    switch self {
    case .hopes: .needs
    case .needs: .hopes
    default: nil
    }
  }

  private static let hopes = Phrase.list(
    """
    how can|could|may|might i best? help|support
    how can|could|may i be any|of? help|use
    how would|do you like|want me to help
    what can|could i do for you
    what would|could|might make this|today|it|the|our|your|coming hour|session|time|journey|talk|meeting|trip|here|today|next|half|minutes? be|feel? a? worth|useful|worthwhile|helpful|good|count
    what would have to happen in|here|for|today
    what would|do|might you most|really? like|want|wish|prefer us|me? to? talk|speak|begin|start|look|use|focus|spend|work|get|take|gain
    what would|do|might you most|really? like|want|wish|hope? from|for|out of? this|today|the|our|these|counselling|therapy|coming|being|us|here|hour
    what would|do|might you most|really? like|want this|the|our|today|todays hour|session|time|talk? to
    what would|do you like|want to do with|today|here|first|$
    what would|do you like|want to be doing with|today|here
    what do|did you really? want $
    what would you like $
    what would|do|might you most|really? like|want|wish to? say|tell|share|bring $
    what would|do|might you most|really? like|want|wish to? say|share|bring me|here|today|now|first
    what are|were you hoping to|for|from|that|this|these|we|i|id|ill|well|itd|today|$
    what do|did you hope|expect to|for|from|of|this|these|we|i|id|ill|well|itd|today|$
    what are|were your hopes|expectations|goals|aims
    what would be any|some|of use|help
    what would be useful to|for|today
    what would|might|could be|feel most|more|best? helpful|useful|good|best|right to talk|speak|start|begin|look|work|use|spend|say|share
    where would|shall|should|do you|we like|want? to? start|begin|go
    what would|do you like|want me to know|hear|understand
    what shall|should|could|can we talk|use|do|look|start|begin|speak
    what is it that? you that? want|hope|came
    what would a good|useful session|hour|talk
    what would|does|matters? matter|matters? most to you today|here|now
    what should|could|is|can this|the|our hour|session|time be? for|about|do
    """)

  private static let needs = Phrase.list(
    """
    what do|would|might|did|could you most|really|still? need right|just|now|today|before|here|at|most|this|in|when|$
    what do|would|might|could you most|really? need from|of me|us|here|this|today|now|someone|somebody
    what do|would|might you need to hear|feel|know|have|get|be
    what do|would|might you like|want from|of me|us
    what would|might|could help $|most
    what would|might|could help|be|feel most|more|best? helpful|useful|good|best|right|kind? you|right|just|now|today|here|at|a|best|for|with
    what would|might|could help|be|feel most|more|best? helpful|useful|good|best|right|kind? you|right? to hear|know|have|get|feel|be|do
    what would|might|could be most|more? helpful|useful|good|best|right $
    what you most|really? need right|just|now|from|today|most|here|$
    what can|could|should i do right|just|now|differently|better|today|here
    what can|could|should i do to help|make
    what should|must i know|avoid|watch|remember|not
    how can|could i be here|there|with
    what would|might|could make this|it|that|talking|here|being to? here? easier|safer|lighter|bearable|possible
    is there anything|something that? you|youd like? need|want|from|help
    is there anything|something i can|could do
    what kind|sort of help|support|listening
    how would|do you like|want|need me to
    what would|do you like|want|need|prefer me to? do
    anything that? you need
    before you go
    before we stop
    """)

  private static let now = Phrase.list(
    """
    whats happening|going|coming|stirring|moving|shifting on|up? for|in|inside|with you
    what is|was happening|going|coming|stirring|moving|shifting on|up? for|in|inside|with you
    whats happening|going|coming|stirring on|up? right|just|now|here|inside
    what is|was happening|going|coming|stirring on|up? right|just|now|here|inside
    what happens|happened|comes|goes|came on|up? in|inside|for? you? when|as|while you say|tell|talk|speak|hear|sit|said|told
    whats it like for? you? now? to? say|saying|tell|telling|hear|hearing|talk|talking|speak|speaking|put|putting|share|sharing
    what is it like for? you? now? to? say|saying|tell|telling|hear|hearing|talk|talking|speak|speaking|put|putting|share|sharing
    what was it|that like for? you? to? say|saying|put|putting|share|sharing that|this|it|those out|aloud|here|just|now|into|with|$
    what was it|that like for? you? to? tell|telling|show|showing me
    how is|was it|that for? you? to? say|saying|put|putting|share|sharing that|this|it
    how is|was it|that for? you? to? tell|telling|show me
    hows it|that to? say|saying|tell|telling|put|share|hearing
    how does|did it|that feel to? say|saying|tell|telling|put|putting|share|sharing that|this|it|me|those
    how does it|that feel to? hear|hearing|talk|talking|speak|speaking
    how did|does|has|is that|this|it land|landed|landing
    how did that|this|it strike
    how did|does what i
    how did i land
    hows that|this|it landing|sitting
    how are you feeling|doing? right|just|now|here|at|as
    how are you feeling|doing $
    how do you feel right|just|now|here|saying|telling|sitting|at this? moment?
    where are you right|just|now
    what are you feeling|noticing|thinking|sensing right|just|now|here|as
    what do you notice|feel|sense right|just|now|here|inside|as
    what do you notice|feel|sense happening|going|moving|stirring? in|inside you|yourself
    what just happened
    what happened just|right now|then|here
    what happened here|between
    what went on in|for you just|then|there
    how was it|that for? you? when i
    when i went|said|asked|told|spoke|pushed|rushed
    what was it|that like for? you? when i
    """)

  private static let others = Phrase.list(
    """
    who do|can|could|would|might|have you usually|ever|normally|mostly? talk|talked|turn|turned|speak|spoken|tell|told|go|gone|lean|leant|confide|confided|ring|call|phone
    who else|all? knows
    who else have|has|is|do|does|can|would
    who looks|look|looking after|out
    whos looking|there|around|on after|out|for|your
    who takes|took care
    who is there|around|looking|on for|with|after|your|you|to
    who has got|your your? back
    who gets|has to? hear|know|see
    who was|were looking after
    who supports|helps|holds|listens|cares|hears|comforts|notices|sees to|for|about? you
    who do|have you have|got
    who in your life
    who around you
    who would|could notice|understand|worry
    who is|was|has been? with|beside|alongside you in|through|on it|this|that|all
    how do|does|did|have|are the|your? other? people|family|friends|everyone|everybody|folk|others
    how do|does|did those|them|ones around|close|near
    what do|does|did|would the|your? people|family|friends|everyone|everybody|others|folk around|close|at|in|near|say|think|make|know|do
    does anyone|anybody|somebody|someone|anybody else? know|help|see|look|ask|notice|listen|hear|understand
    have you told|spoken|talked to|with? anyone|anybody|somebody|someone|people
    have you been able to talk|tell|speak to|with? anyone|anybody|someone
    is|was there anyone|anybody|someone|somebody
    do you have|got anyone|anybody|someone|somebody|people|friends
    have you got anyone|anybody|someone|somebody|people|friends
    """)

  private static let coping = Phrase.list(
    """
    how do|can|have|are you ever|even|been? get|getting|got through the|each|every|it|this|that|all|a|your|days|nights|these|those days|day|nights|week|weeks|evenings?
    how do|can|have|are you ever|even|been? get|getting|got by|up
    how do|can|have|are you ever|even|been? keep|kept|keeping going|on|it|yourself|afloat|upright|your|$
    how do|can|have|are you ever|even|been? carry|carrying|carried on
    how do|can|have|are you been? cope|coping|coped with|when|day|at|on|these|through|$
    how do|can|have|are you been? manage|managing|managed it|that|this|day|all|the|at|on|these|from|to|$
    how do|can|have|are you been? live|living|deal|dealing|sit with it|this|that|all
    how do|can|have|are you been? bear|bearing|stand|survive|survived it|that|this|all
    how do|can|have|are you been? hold|holding|held yourself|it|on|up
    how do you look after|take care? of? yourself
    what helps you|a|at|when|with|most|even|on|$
    does anything|something ever? help|make|ease
    what has|have|whats helped|kept|been
    is there anything|something that|which helps|help|eases|gets|keeps
    what keeps|gets|carries|pulls you|yourself going|through|up|afloat|on|upright|together
    what gives|lends you any|a|some? strength|hope|comfort|peace|energy|rest|bit
    where do|can you get|find|draw your|the|any|some? strength|comfort|rest|peace|energy
    what do you do to cope|get|calm|keep|feel|rest
    what do you do when it|things|its|that|you gets|get|feels|is|too|cant|feel|are
    what do you do for yourself
    what makes it|the|things|this|days days? bearable|easier|lighter
    what do you lean|hold|rely|cling on|onto|to
    what eases|soothes|comforts|calms|steadies you|it
    """)

  private static let begin = Phrase.list(
    """
    when|where|how did it|this|that|things|all|everything all|this|that? first? start|begin for|being|to|or|and|happening|going|with|$
    when|where|how did it|this|that|things all|this|that? come about
    how long has|have this|it|that|things|you been|felt|had|carried
    what made|makes you decide|want|choose|think? of? to? come|coming|ring|call|book|seek|reach
    what made you make the|this call|appointment
    what made|makes|made it today|now|this
    what did|does? brought|brings|bring|led|leads|sent|send|has|got you here|today|in|along|now|through
    what did|does? brought|brings|bring|led|leads|got you to counselling|therapy|this|us|me|the
    what has brought|led|made you
    whats brought|led|made you here|in|come|today|now|to
    what is it that? brought|brings|made you
    tell me what brought|brings|made you
    why now|today
    why did you come|decide
    why are you here
    what are you here for|about
    whats the reason that|why? youre|youve|you are|have|had|did? here|come|came
    what is|was the reason that|why? youre|youve|you are|have|had|did? here|come|came
    how did you come to be|come|ring|call|sit
    how did you end|get up? here
    how come you came|are|youre
    what was the last straw
    what tipped
    when did you first? notice|realise|realize|know it|this|that|something|things|like
    when did you first feel it|this|that|something|things|like
    when did you first start|begin
    what happened that made|brought|you you|came
    """)

  private static let change = Phrase.list(
    """
    what would|do|might you most|really? like|want|wish|hope to? be|see|have|feel|do be? different|differently|change|changed
    what would|do|might you most|really? like|want|wish to? could|you? change
    what would|do|might you most|really? like|want|wish different|changed|instead
    what would|might be|look|feel different|better|differently
    what would|does|might need|needs|have|has to change|be|shift
    what needs|has to change|be|shift
    how would|might|could it|things|life|this|that|your|a|days life|days|day? look|be|feel|like if|when|were|without it|things|this|that|were|you|your|all|life|everything|better
    how would you know things|it|that|if|when
    how would|might|could things|life|it be different|better
    how would|might you like|want it|things|life|this|that to
    what do|would|did you wish|long for
    what do you wish could|was|were|would|things|it|different
    if you could change|have|wave|wish|undo
    if you had a|one wish|wand|magic
    if it|things|this|that were|was|got|could|went be? different|better|easier|right
    what would better|good|enough|different|peace|easier|well look|be|feel|mean
    what would|does a better|good|easier|different|ordinary|decent day|life|week|year|morning|night|ending
    what would|might it|things|life|this|your look|be|feel|life like? look|be|feel? like? if|when|better|without
    what do|would you want for yourself|your
    what do you want your|life life? to|instead
    what are you wishing|longing
    where would|do you like|want to be|get
    where would|do you like|want this|things|it to|all go|to|lead
    in an ideal world
    """)

  private static let say = Phrase.list(
    """
    what would|could|might|do|will you most|really|still|ever|have|like|want|wish|love|need|be|dare|if? like|want|love|wish? to? say|said|write to? him|her|them
    what would|could|might|do|will you most|really|still|ever|have|like|want|wish|love|need|be|dare? like|want|love|wish? to? tell|told|ask|asked|let|shout him|her|them|at|to
    what would|could|might you say|write if|now|$
    what do|did you wish youd|you|that had|have|could|youd|you? ever|had|have|could? said|say|told|tell|asked|ask
    what did you never|not|want|mean|long|wish get|say|tell|to|dare|manage
    what have|havent|hadnt|didnt you never|not|still|yet|get? say|said|told|tell|asked
    whats left|still|gone|never|been left|been|gone|still? unsaid|unspoken|said|to
    what is|was|has|went|goes|stays|stayed|got|remains left|still|been|gone|never? left|been? unsaid|unspoken
    what would|do|might you like|want|wish|need him|her|them to hear|know|understand|say|see
    what should|must|ought he|she|they to? know|hear|understand
    if he|she|they was|were|sat|walked|came|could|stood here|in|sitting|through|hear|now|there|on|at|listen|listening|beside
    is there anything|something youd|you|that still? would|youd|you? like|want|wish|have? to|youd? say|tell|said|ask|told
    what would you have said|told
    what would you have liked|wanted $
    what would you have liked|wanted to say|tell|ask|write|shout
    """)

  private static let you = Phrase.list(
    """
    what do|did|have|are you really|actually? make|made|making|think|thought of|about me|us|counselling|therapy|counsellors|therapists|talking|being
    what do|did|have|are you really|actually? make|made|making|think|thought of|about this|all|it so|place|room|hour|here|far
    whats it|this like for? you? to? be|being|sit|sitting|come|coming here|with|in|opposite|back
    what is|was it|this like for? you? to? be|being|sit|sitting|come|coming|walk|walking here|with|in|opposite|back|up
    hows it|this to? be|being|sit|sitting|come|coming here|with|in
    how is|was it|this for? you? to? be|being|sit|sitting|come|coming here|with|in|today
    how are|do|have you finding|find|found this|me|today|being|talking|here|our|counselling|so|the
    how are|do you finding|find it here|so|today|with|being|talking|$
    hows this|it|today|our|the hour|session|talk|time|conversation? going|feeling|working|been so|for|$|far|today
    how is|has this|it|today|our|the hour|session|talk|time|conversation? going|feeling|working|been so|for|$|far|today
    how does it|this feel to? be|being|sit|sitting|come|coming here|with|in|opposite
    how am i doing|coming
    how do|did i come|seem|strike|look|sound
    how do|did you see|read|find me
    what do|did you see in|when|looking me|you|at
    do|can|could you trust|believe|like me
    what did|do you expect|imagine|picture of|from|when? me|id|i|this|here|today|coming
    what is|whats|was your impression of|about me|this|us
    what sort|kind of person|helper|counsellor do you think|take i|me
    how are we doing|going|getting
    what are|were you noticing|feeling|sensing|seeing just|right? now? between us
    what do you notice|feel|sense|see between us
    whats happening|going|passing|shifting on? just|right? now? here? between us
    what is|was happening|going|passing|shifting on? just|right? now? here? between us
    how is|are things|it|this between us
    hows it|this between us
    whats it|that like for? you? me|my asking|noticing|saying|seeing|wondering|wanting
    what is|was it|that like for? you? me|my asking|noticing|saying|seeing|wondering|wanting
    how does|did it|that feel me|my asking|noticing|saying|seeing|wondering|wanting
    """)

  private static let themselves = Phrase.list(
    """
    what does|did|do|would that|it|this|all|they of? that|this|it? mean to|for|about you|yourself
    what does|did|do|would that|it|this|all|they say|tell|show|teach us|you|me? about|of you|yourself
    how do|did|would|does you|that|it see|view|describe|regard|judge|picture yourself
    how do|did you see|place you|yourself|your in|part|place
    how do|did you feel|think about|of yourself
    what do|did you think|make|see|say|tell|believe|feel of|about|in|to? yourself
    who are|were you in|when|without|now|if|after|to
    who are|were you with|beside|around her|him|them
    who does that|it|this make you
    what does|did|would that|it|this make you then|in|into|now|out|$
    what does|did|would that|it|this make you think|feel|believe|say about|of yourself|you
    why does|did|do it|this|that|they matter|mean|weigh|count
    why is|was it|this|that so? important|much|big|heavy
    what makes it|this|that so|matter|important|such
    what is|whats so? important|at about|for|in|stake
    what matters about|in it|that|this
    what kind|sort of person|man|woman|father|mother|friend|human do|does|did|would|are|is you|that|it
    where does|did that|it|this leave you
    how does|did that|it|this fit|change how|with|the|who
    how do you understand|explain|read it|that|this|yourself
    how do you make sense of
    what sense do you make
    """)
}

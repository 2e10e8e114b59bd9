import Listening
import Mustache

/// The templates of the page. They stand in the program, so that it needs no file beside it.
///
/// Everything in two braces is escaped; three braces hold what the program made of numbers and
/// fixed words alone.
struct PageTemplates {
  private let headTemplate: MustacheTemplate
  private let sessionTemplate: MustacheTemplate

  /// Reads the templates. No input is in them: one that is not well formed is a mistake in the
  /// program, which must not pass for a page without anything on it.
  init() {
    MustacheContentTypes.register(ScalarHTML(), named: ScalarHTML.name)
    do {
      headTemplate = try MustacheTemplate(string: Self.escaping + Self.head)
      sessionTemplate = try MustacheTemplate(string: Self.escaping + Self.session)
    } catch {
      preconditionFailure("a template of the page is not well formed: \(error)")
    }
  }

  func head(_ model: PageModel.Head) -> String { headTemplate.render(model) }

  func session(_ model: PageModel.Session) -> String { sessionTemplate.render(model) }

  /// What ends the page.
  static let foot = "</main>\n</body>\n</html>\n"

  private static let escaping = "{{% CONTENT_TYPE:\(ScalarHTML.name)}}\n"

  /// Where 'good' and 'fair' begin for a measure.
  private static func marks(of measure: MarkedMeasure) -> String {
    let marks = measure.marks
    return measure.isRatio
      ? "\(tenths(marks.good)) and \(tenths(marks.fair))"
      : "\(percent(marks.good)) and \(percent(marks.fair))"
  }

  /// A row of a list.
  private static let row = """
    <tr><th scope="row"><bdi>{{#target}}<a href="#{{target}}">{{rowName}}</a>{{/target}}{{^target}}{{rowName}}{{/target}}</bdi>{{#.vignetteName}} <span class="note">{{vignetteName}}</span>{{/.vignetteName}}</th>{{{cells}}}</tr>
    """

  private static let card = """
    <figure class="card">
    <figcaption><span class="what">{{heading}}</span> <strong>{{figure}}</strong> <span class="note">{{caption}}</span></figcaption>
    {{{svg}}}
    </figure>
    """

  private static let head = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="generator" content="Attune">
    <title>Graded sessions</title>
    <style>
    {{{style}}}
    </style>
    </head>
    <body>
    {{#listsSessions}}<a class="skip" href="#sessions">Skip to the list of sessions</a>{{/listsSessions}}{{^listsSessions}}<a class="skip" href="#trainees">Skip to the list of trainees</a>{{/listsSessions}}
    <header>
    <h1>Graded sessions</h1>
    <p>{{summary}}</p>
    <nav aria-label="Parts of the page"><a href="#scores">Scores</a> {{#hasSessions}}<a href="#measures">Measures</a> {{/hasSessions}}{{#conduct}}<a href="#conduct">Conduct</a> {{/conduct}}{{#hasTrainees}}<a href="#trainees">Trainees</a> {{/hasTrainees}}{{#listsSessions}}<a href="#sessions">Sessions</a> {{/listsSessions}}{{#hasTranscripts}}<a href="#transcripts">Transcripts</a> {{/hasTranscripts}}<a href="#reading">How to read this page</a></nav>
    </header>
    <main>
    <section id="scores" aria-labelledby="scores-name">
    <h2 id="scores-name">Scores of the replies</h2>
    <div class="cards">
    {{#scores}}
    \(card)
    {{/scores}}
    </div>
    </section>
    {{#hasSessions}}
    <section id="measures" aria-labelledby="measures-name">
    <h2 id="measures-name">Measures of the sessions</h2>
    <div class="cards">
    {{#measures}}
    \(card)
    {{/measures}}
    </div>
    </section>
    {{/hasSessions}}
    {{#conduct}}
    <section id="conduct" aria-labelledby="conduct-name">
    <h2 id="conduct-name">Conduct of the sessions, an estimate</h2>
    <div class="cards">
    \(card)
    <p class="note beside">Not a count: how likely it is, as far as a session's counts tell, that people would have called it well conducted rather than poorly. From \(percent(SessionJudgement.highFrom)) on it says high, up to \(percent(SessionJudgement.lowTo)) low, and unsure between. It was fitted to transcribed demonstrations of motivational interviewing (AnnoMI), few of them poor, and untried elsewhere; it is none of MITI's global ratings, and says nothing of two sessions that are both fairly good.</p>
    </div>
    </section>
    {{/conduct}}
    {{#hasTrainees}}
    <section id="trainees" aria-labelledby="trainees-name">
    <h2 id="trainees-name">Trainees</h2>
    <p class="note">The sessions in a folder are a trainee's, and are measured as if they were one.{{#.traineeNote}} {{traineeNote}}{{/.traineeNote}}</p>
    <div class="table" tabindex="0" role="region" aria-labelledby="trainees-name">
    <table>
    <thead>
    <tr><th scope="col">Trainee</th>{{{traineeHeads}}}</tr>
    </thead>
    <tbody>
    {{#trainees}}
    \(row)
    {{/trainees}}
    </tbody>
    </table>
    </div>
    </section>
    {{/hasTrainees}}
    {{#listsSessions}}
    <section id="sessions" aria-labelledby="sessions-name">
    <h2 id="sessions-name">Sessions</h2>
    {{#listNote}}
    <p class="note">{{listNote}}</p>
    {{/listNote}}
    {{#hasSessions}}
    <div class="table" tabindex="0" role="region" aria-labelledby="sessions-name">
    <table>
    <thead>
    <tr><th scope="col">Session</th>{{{heads}}}</tr>
    </thead>
    <tbody>
    {{#rows}}
    \(row)
    {{/rows}}
    </tbody>
    </table>
    </div>
    {{/hasSessions}}
    {{^hasSessions}}
    <p>There are no sessions, only single replies.</p>
    {{/hasSessions}}
    </section>
    {{/listsSessions}}
    <section id="reading" aria-labelledby="reading-name">
    <h2 id="reading-name">How to read this page</h2>
    <p>A model finds the codes of each reply; the scores, 0 to 100, follow from the codes by addition. Models err: read the words before you trust a number, most of all where a grade says that it is unsure.</p>
    <ul>
    {{#hasTranscripts}}
    <li><mark class="raises">Words with a line under them</mark><span class="code">code</span> earned a code that raises the scores.</li>
    <li><mark class="costs">Words with a wave under them</mark><span class="code">code</span> earned a code that costs points.</li>
    <li><mark class="plain">Words with dots under them</mark><span class="code">code</span> earned a code that does neither.</li>
    {{/hasTranscripts}}
    <li><span class="mark good">good</span> and <span class="mark fair">fair</span> are the marks of the MITI manual for competence and beginning proficiency: reflections per question \(marks(of: .reflectionsPerQuestion)), complex among reflections \(marks(of: .complexShare)) (MITI 4.2.1), open among questions \(marks(of: .openShare)) (MITI 3.1.1); <span class="mark below">below</span> is less. A mark takes \(Marks.fewestReplies) replies and \(MarkedMeasure.fewestMoves) of the moves that are measured. A dash stands where there was nothing to measure.</li>
    <li>MI-adherent moves are affirmation, seeking collaboration and emphasizing autonomy; judgments and unasked advice are the non-adherent ones. Unsure is the number of replies of which a code could not be decided with confidence. The share of words is the therapist's.</li>
    <li>Trust, depth, ruptures and how a session ended are what the file of a saved session says; nothing proves that it was not changed.</li>
    {{#explainsConduct}}
    <li>Conduct is an estimate and no count: how likely a session is to be one of high quality rather than low, and <span class="verdict high">high</span>, <span class="verdict unsure">unsure</span> or <span class="verdict low">low</span>. A dash stands where it cannot be told: of fewer than \(SessionJudgement.fewestReplies) replies, of replies of a few words, where there is hardly a reflection or question to go by, and of practice with a simulated client, on which it has not been tried.</li>
    {{/explainsConduct}}
    </ul>
    </section>
    {{#hasTranscripts}}
    <h2 id="transcripts">Transcripts</h2>
    {{#transcriptNote}}
    <p class="note">{{transcriptNote}}</p>
    {{/transcriptNote}}
    {{/hasTranscripts}}

    """

  private static let session = """
    <details class="session" id="{{anchor}}" open>
    <summary><h3><bdi>{{heading}}</bdi></h3> <span class="note">{{overview}}</span></summary>
    {{#isSession}}
    <dl class="facts">
    {{#facts}}
    <div><dt>{{label}}</dt><dd>{{amount}}{{#.markName}} <span class="mark {{markName}}">{{markName}}</span>{{/.markName}}</dd></div>
    {{/facts}}
    </dl>
    <p class="note">{{counts}}</p>
    <p class="note">Conduct, an estimate: {{conductWords}}{{#.verdictName}} <span class="verdict {{verdictName}}">{{verdictName}}</span>{{/.verdictName}}</p>
    {{#.savedWords}}
    <p class="note">Saved session: {{savedWords}}</p>
    {{/.savedWords}}
    {{/isSession}}
    {{#chart}}
    {{{chart}}}
    {{/chart}}
    <ol class="turns">
    {{#turns}}
    <li>
    {{#.clientWords}}
    <div class="client"><span class="who">Client</span><p dir="auto">{{clientWords}}</p></div>
    {{/.clientWords}}
    <div class="reply"><span class="who">Reply {{turnNumber}}</span><p dir="auto">{{#isSilence}}<em>silence</em>{{/isSilence}}{{#pieces}}{{#.kind}}<mark class="{{kind}}">{{/.kind}}{{words}}{{#.kind}}</mark>{{/.kind}}{{#codeNames}}<span class="code">{{.}}</span>{{/codeNames}}{{/pieces}}</p>
    <p class="grade">{{#figures}}<span>{{scoreName}} <b>{{points}}</b></span> {{/figures}}<span class="found">{{found}}</span>{{#.levels}} <span class="note">{{levels}}</span>{{/.levels}}{{#.unsureOf}} <span class="note">unsure about {{unsureOf}}</span>{{/.unsureOf}}</p></div>
    </li>
    {{/turns}}
    </ol>
    {{#.lastWords}}
    <div class="client last"><span class="who">Client</span><p dir="auto">{{lastWords}}</p></div>
    {{/.lastWords}}
    {{#.cut}}
    <p class="note">{{cut}}</p>
    {{/.cut}}
    <p class="back"><a href="#sessions">Back to the list</a></p>
    </details>

    """
}

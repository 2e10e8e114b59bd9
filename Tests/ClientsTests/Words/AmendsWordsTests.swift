import Clients
import Testing

@Suite("How a reply owns a miss")
struct AmendsWordsTests {
  @Test(
    "It says what was done, or only that something was",
    arguments: [
      ("I spoke out of turn there. You've told me your people look after each other.", true),
      (
        "I just called you Nigel, and then told you how well trained I am. I'm sorry, Neville.",
        true
      ),
      ("I blamed you for their nodding off.", true),
      ("I said relief and it was nothing of the kind.", true),
      ("Sorry, that was a screening question and I'm not the screening.", true),
      ("Sorry, you didn't come here for advice about your rota.", true),
      ("I'm sorry, I rushed to make you feel better there.", true),
      ("I've gone too fast with your dad, you never brought him up. Sorry.", true),
      (
        "You told them clearly, and they answered you in a language that isn't yours. That was our "
          + "mistake, and I'm sorry.", true
      ),
      ("That was my mistake. I'm sorry.", false),
      ("Sorry, bad question.", false), ("I'm sorry.", false), ("I'm sorry, Ruth.", false),
      ("I'm sorry, that came out wrong.", false),
      ("I got that wrong, Ruth. Let me try again.", false),
      ("", false),
    ])
  func names(reply: String, named: Bool) {
    #expect(Client.Reply(reply).amends.names == named)
  }

  @Test(
    "It asks for the client's view, or does not",
    arguments: [
      ("I went too fast. How did that land with you?", true), ("Tell me what that was like.", true),
      ("I rushed you. I'd like to hear how it was for you.", true),
      ("I blamed you for it. I'm sorry.", false), ("", false),
    ])
  func invites(reply: String, invites: Bool) {
    #expect(Client.Reply(reply).amends.invites == invites)
  }
}

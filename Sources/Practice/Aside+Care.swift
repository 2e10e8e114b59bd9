import Listening
import Transcripts

extension Aside {
  /// What Attune says where a reply touches suicide or self-harm.
  ///
  /// It names no helpline of one country as if it were everybody's.
  init(_ concern: CareConcern, turn: Int, client: String) {
    let help = """
      call your local emergency number if there is danger now, talk to a person you trust, or find \
      a helpline for your country at findahelpline.com
      """
    let text =
      switch concern {
      case .crisis:
        """
        If you mean this of yourself, it is no longer practice: \(help). What you wrote was not \
        graded and is not part of the session; \(client) waits, and you can go on when you like.
        """
      case .harm:
        """
        Attune does not say that to a client; it was not graded and is not part of the session. \
        If you have such thoughts yourself, \(help). \(client) waits for another reply.
        """
      case .named:
        """
        Asking about suicide plainly is good practice and does not plant the thought (Dazzi et \
        al. 2014). With a real person, stay with the answer and follow your service's rules. If \
        it is close to home, \(help).
        """
      }
    self.init(turn: turn, reason: concern, text: text)
  }
}

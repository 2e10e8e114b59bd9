import Testing

import Transcripts

@Suite("Columns that tell whose a conversation is")
struct ConversationOwnersTests {
  @Test(
    "Two people in one conversation are told, and no names of its two sides",
    arguments: [
      (
        "Participant,session,speaker,text\nP1,1,T,Hi?\nP1,1,C,Bad.\nP2,1,T,Hi?\nP2,1,C,Good.\n",
        "in:4", "conversation=Participant,conversation=session"
      ),
      // A column that names whoever speaks.
      (
        "conversation,participant,role,text\n7,Ada,T,Hi?\n7,Ben,C,Bad.\n7,Ada,T,Oh.\n7,Cy,C,Good.\n",
        "in:5", "conversation=participant,conversation=conversation"
      ),
      ("pid,speaker,text\n1,C,Hi.\n1,T,Oh.\n2,C,No.\n", "in:4", "conversation=pid"),
      (
        "participant,session,client,reply\nP1,1,I am tired.,Oh.\nP2,1,I am lost.,So.\n",
        "in:3", "conversation=participant,conversation=session"
      ),
      ("participant,role,text\nAda,T,Hi?\nBen,C,Bad.\nAda,T,Oh.\n", "", ""),
      ("participant_id,session,speaker,text\nP1,1,C,Hi.\n1,1,T,So.\n,1,C,No.\n", "", ""),
      ("participant_id,session,speaker,text\nP1,a,C,Hi.\nP1,a,T,So.\nP2,b,C,No.\n", "", ""),
      ("participant_id,client,reply\nP1,I am tired.,Oh.\nP2,I am lost.,So.\n", "", ""),
    ])
  func sharedConversations(text: String, place: String, columns: String) throws {
    let told = try Reading(text).complaints
    #expect(told.count == (place.isEmpty ? 0 : 1))
    #expect(told.allSatisfy { $0.hasPrefix("\(place): warning: the conversation ") })
    #expect(told.allSatisfy { $0.hasSuffix("say --columns \(columns) [columns]") })
  }
}

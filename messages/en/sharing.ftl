### The link page, results that are sent and shown, and the paper twin.

link-page-title = Share an exam
link-page-lead = Whoever opens the link gets the same questions in the same order, in any browser, without an account. Nothing is sent to a server: the link itself is the exam.
link-page-way = Share or print this exam
link-words = Words for its receiver
link-words-title = Title
link-words-line = A line from you
link-words-hint = Both stand in the link and are shown before the exam begins. Do not put anything private in them.
by-hand = Which questions
by-hand-no = Drawn by the seed, from what is chosen above
by-hand-yes = Chosen by hand, question by question
by-hand-hint = Their wording is shown here without the key. Questions kept for sealed mocks are not offered.
# $count (Number): questions that are chosen
by-hand-count = { $count ->
    [one] { $count } question is chosen.
   *[other] { $count } questions are chosen.
}
# $topic (Text): its title
# $count (Number): questions that are chosen
by-hand-topic = { $topic } ({ $count } chosen)
link-title = The link
link-none = These choices make no exam: choose at least one question, and a seed that can be read.
link-preview = What its receiver will see
link-print = Print this paper
address-label = Address
copy-this = Copy
share-this = Share
qr-show = Show a QR code
qr-hide = Hide the QR code
qr-making = Making the QR code…
qr-not-had = This address is too long for a QR code. Send it as a link or as a file.
qr-says = QR code of the address
# $length (Number): characters
address-short = { $length } characters: short enough for any messenger, and for a QR code that a phone reads at once.
# $length (Number): characters
address-discord = { $length } characters: fits one message nearly everywhere. Discord takes 2,000 characters.
# $length (Number): characters
address-telegram = { $length } characters: too long for one Discord message; Telegram and Slack take about 4,000.
# $length (Number): characters
address-mail = { $length } characters: messengers may cut it. Send it by mail, put it on a page, or send the file.
# $length (Number): characters
address-long = { $length } characters: every browser opens it, and few programs send it whole. Send the file instead.

confirm-from = From the sender
confirm-sender = These words came with the link; { -app } did not write them.

changed-unknown = The link was made with a version of the bank that this site does not know. The questions may differ from those of its sender.
# $revised (Number): questions
# $fresh (Number): questions
changed-known = Since the link was made, the bank has changed: of these questions, { $revised } were revised and { $fresh } are new. Whoever opened it before may have had another paper.
changed-list = Which ones
changed-revised = revised
changed-fresh = new since
changed-same = The bank has changed since the link was made; none of these questions has.
# $gone (Number): questions
changed-gone = { $gone ->
    [one] One question of the link is no longer in the bank.
   *[other] { $gone } questions of the link are no longer in the bank.
}
go-on-without = Sit it without them

send-title = Send this result
send-lead = The link holds your answers, flags and times, and no notes. Any browser grades it again and shows it.
send-proves-nothing = It proves nothing about who sat the exam, where, and with what help.
send-name = Name or nickname (may be left out)
send-make = Make the link
send-making = Making the link…
send-not-had = The link could not be made. Reload the page, then try again.
sealed-not-sent = The questions of a sealed mock are named to nobody, so its result cannot be sent.

shared-result-title = A result that was sent
# $name (Text): who sent it
shared-by = Result of { $name }
shared-by-nobody = Result without a name
shared-opening = Opening the code…
shared-not-had = What opens codes could not be loaded. Connect to the network once and reload the page.
shared-is-paper = This is the code of a paper, not of a result.
shared-open-paper = Open the paper
shared-no-key = The answers are there. Their paper is an assignment, so only who set it has the key: paste the paper’s link with the key to grade them.
shared-no-paper = This site cannot draw the paper of this result: its bank or guide is not here.
shared-other-paper = The answers do not fit this paper.
shared-other-release = Another version of the question bank drew this paper, and this site’s version draws other questions, so it is not graded.
shared-waiting = Waiting for the question bank…
shared-key-field = Link of the paper, with its key
shared-key-give = Grade
# $count (Number): answers
shared-changed = { $count ->
    [0] No answer was changed.
    [one] One answer was changed.
   *[other] { $count } answers were changed.
}
shared-spoiler = It shows the questions with their keys: sit the exam first, if you mean to.
beside-title = Set another beside it
beside-field = Another result’s link or code
beside-open = Show both
shared-sit = Sit the same exam

handed-in-title = Handed in
# $questions (Number): how many
handed-in-lead = { $questions ->
    [one] One question is answered or left open.
   *[other] All { $questions } questions are answered or left open.
} This was an assignment: its key is with whoever set it, so nothing is graded here. Send them your answers.
# $unanswered (Number): questions
handed-in-open = { $unanswered ->
    [0] Every question has an answer.
    [one] One question has no answer.
   *[other] { $unanswered } questions have no answer.
}
not-graded-here = Handed in; graded by who set it
own-paper = A paper of one’s own

code-cut-nothing = The code was cut. Ask for the whole of it.
# $there (Number): characters that are there
# $of (Number): characters that there were
code-cut = The code was cut: { $there } of { $of } characters arrived. Ask for it again, perhaps by mail or as a file.
code-damaged = The code was changed on its way, so it is not used. Ask for it again.
code-newer = A newer version of { -app } made this code. Reload to get the newest version.
code-too-long = It is longer than any code.
code-not-one = This is no code of { -app }.
code-unsound = The code can be read, and what it holds breaks the rules of a paper or a result.
tool-missing = A part of the app could not be loaded. Connect to the network once, reload the page, and try again; what you typed stays.
no-code-in-text = The text holds no code of a result or a paper.
other-paper = That paper is not the one that was sat, or it has no key.
paper-too-large = No question can be asked yet, or the paper is too large for a link.

twin-title = Paper
twin-print = Print
twin-booklet = Booklet
twin-sheet = Answer sheet
twin-key = Key
twin-hint = Three parts, each on a page of its own. The QR code opens the same paper on a phone.
twin-no-key = The key of an assignment is with who set it, so none is printed.
twin-name = Name
twin-date = Date
# $mark (Text): the seed or the fingerprint
twin-mark = Form { $mark }
# $questions (Number): how many
twin-questions = { $questions ->
    [one] { $questions } question
   *[other] { $questions } questions
}
twin-choose-one = Choose one.
# $wanted (Number): how many
twin-choose = Choose { $wanted }.
twin-sheet-hint = Fill the circle of each answer. To change one, cross it out.
twin-key-column = Key

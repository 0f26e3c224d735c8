### A class without a server.

class-title = A class
class-lead = Paste the result links or codes that your learners sent, or drop files with them: up to 1,000. For a paper of your own, paste its link with the key too. Everything is reckoned in this browser, and is gone when you close the page.
class-way = Grade a class
class-field = Links or codes, in any order
class-take = Take in
class-files = Or choose files, or drop them here
# $read (Number): codes
# $total (Number): codes
class-reading = { $read } of { $total } codes are read…
class-stop = Stop
class-clear = Begin anew
class-nobody = Nobody has handed in yet.
# $people (Number): how many
class-people = { $people ->
    [one] { $people } person handed in.
   *[other] { $people } people handed in.
}
# $twice (Number): codes
class-twice = { $twice ->
    [one] One code came twice and counts once.
   *[other] { $twice } codes came twice and count once.
}
# $many (Number): codes
class-too-many = { $many } more are left out: a class has at most 1,000.
# $count (Number): codes
class-refused = { $count ->
    [one] One code was refused.
   *[other] { $count } codes were refused.
}
# $title (Text): of the paper
# $people (Number): how many
class-no-key = “{ $title }”, { $people } handed in: paste the link of this paper with its key.
# $title (Text): of the paper
# $people (Number): how many
class-no-paper = “{ $title }”, { $people } handed in: this site’s bank does not draw these questions.
# $people (Number): how many
class-other-release = { $people } sat with another version of the bank. They are graded by today’s keys.
# $people (Number): how many
class-left-out = { $people } do not fit their paper and are left out.
class-failed = What reckons could not be loaded. Connect to the network once and reload the page.
class-proves = A code proves nothing about who sat the exam, where, and with what help.

form-choose = Paper
form-title = The paper as a whole
form-mean = Mean
form-spread = Standard deviation
form-kr20 = Reliability (KR-20)
form-error = Standard error of a score
form-few = Of fewer than 100 people, correlations and reliability say little: their intervals are wide. Look at the key and the wording first.
form-scores = Scores
form-tenths = How many people reached which share
# $from (Number): percent
# $to (Number): percent
form-tenth = { $from } to { $to } %
form-nothing = –
# $low (Text): the lower end
# $high (Text): the upper end
form-interval = { $low } to { $high }

questions-title = Questions
questions-lead = Facility is the share that was right. Discrimination says whether those who know more are more often right.
question-about = About
question-facility = Facility
question-discrimination = Discrimination
question-options = Chosen
question-look = Look at
question-not-counted = not counted
# $letter (Text): the option
# $share (Text): the share that chose it
question-option = { $letter } { $share }
# $letter (Text): the option
# $share (Text): the share that chose it
question-option-key = { $letter } { $share } (key)

warn-key = Hardly better than guessing: check the key.
warn-easy = Nearly all were right.
warn-hard = Few were right.
warn-weak = Who knows more is hardly more often right.
warn-negative = Who knows more is more often wrong: check the key.
# $letter (Text): the option
warn-dead = Nearly nobody chose { $letter }.
# $letter (Text): the option
warn-draws = Those who know more choose { $letter }.

heat-title = Who knows which domain
heat-person = Person
heat-score = Score
# $number (Number): its place
heat-nameless = Person { $number }
heat-leave-out = Leave out
heat-all = All

across-title = Questions of several papers
across-lead = By question only: papers of different questions cannot be compared by their scores.
across-papers = Papers
across-people = People

tables-title = Take the data away
tables-lead = A line an answer, or a line a question, for a spreadsheet, DuckDB or Spark. The columns are described in docs/class-data.md.
tables-names = With names
tables-answers-csv = Answers (CSV)
tables-answers-json = Answers (JSON Lines)
tables-questions-csv = Questions (CSV)
tables-questions-json = Questions (JSON Lines)

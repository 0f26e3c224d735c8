### What is read before the clock starts.

instructions-title = Before you begin
instructions-more = How the room works
instructions-back = Back
begin = Begin: start the clock

# $questions (Text): a number of questions
# $minutes (Text): a number of minutes
instructions-lead = { $questions } in { $minutes }.

# $page (Number): which page
# $of (Number): of how many
instructions-page = Page { $page } of { $of }

instructions-clock = The clock starts when you begin, not before.
instructions-single = Most questions have one right answer of four. Where several are wanted, the question says how many, and only all of them together count.
instructions-guess = A wrong answer costs nothing. Answer every question.
# $unscored (Number): how many questions do not count
instructions-unscored = As in the real exam, { $unscored } of them do not count, and you are not told which until the end.
instructions-stay = Your answers are kept as you give them. If the page closes, open it again: the exam is where you left it, and its time has gone on.
instructions-move = Go back and forth as you like. “All questions”, below each question, leads to any of them and shows which are open.
instructions-flag = Flag a question to come back to it. The review lists what is flagged, unanswered or half answered.
instructions-tools = Nothing is right or wrong before you hand in. The result then tells why, for every option.
instructions-end = You hand in on the review page, after one more question. When time is up, what you have is handed in for you.

### The home page, and why an exam cannot be started.

home-title = Practise for your exam, as it will be
home-lead = Timed exams from a bank of questions with reasons for every option. They work offline, and nothing leaves this device.
welcome-back = Welcome back
when-exam = When is your exam?
when-exam-hint = The day decides which exam guide your practice follows. You can change it later.
try-five = Try 5 now
try-five-hint = Five questions, no time limit, about ten minutes.
set-up-exam = Set up an exam
continue = Continue your exam
last-results = Last results
all-results = All results
paste-title = Got an exam link?
paste-label = Paste the link here
paste-open = Open
framed = Another site shows this page inside its own. Open { -app } by itself to sit an exam.
at-work = An exam is running. Finish it before you start another.
no-bank-title = No questions
no-bank = The questions did not arrive, so no exam can be started. Reload the page to try again.
arriving = The questions are on their way…
gathering = Fetching the questions. The exam begins when all are here.
all-here = The questions and their reasons are on this device.
fetched-first = The questions and their reasons come to this device before the exam begins.

exam-day-over = The day of your exam is over. How did it go?
# $days (Number): how many days are left
days-until = { $days ->
    [0] Your exam is today. Good luck!
    [1] Your exam is tomorrow.
    [one] { $days } day until your exam.
   *[other] { $days } days until your exam.
}

# $title (Text): the exam guide
follows-guide = Your practice follows { $title }.

# $answered (Number): how many questions of the running exam are answered
# $of (Number): how many it has
answered-of = { $answered } of { $of } answered

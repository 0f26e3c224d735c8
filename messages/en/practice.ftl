### Practice: drills, the plan, and how ready the learner is.

nav-practice = Practice

practice-title = Practice
practice-waiting = Reading your history…
practice-failed = Your history could not be read just now. Load the page again; nothing of it is lost.

today-title = Today
# $questions (Number): how many questions the set has
today-set = { $questions ->
    [one] { $questions } question, reasons as you go
   *[other] { $questions } questions, reasons as you go
}
# $due (Number): objectives that are due
today-due = { $due ->
    [0] Nothing is due for review, so all of them are new.
    [one] { $due } objective is due for review; the rest is new.
   *[other] { $due } objectives are due for review, most urgent first.
}
# $done (Number): questions answered today
# $today (Number): questions planned for today
today-done = { $done } of { $today } planned for today are done.
today-start = Start today’s set
today-none = Nothing to ask: no question is due, and none is left that you have not seen.

plan-title = Until the exam
plan-without-day = Name the day of your exam, and each day gets its number of questions and the sealed mocks their days.
# $today (Number): questions planned for today
# $fresh (Number): how many of them are new
plan-daily = Today: { $today } questions, { $fresh } of them new, in sets of at most twenty. Miss a day, and the number follows.
# $days (Text): days, joined
plan-mocks = Sealed mocks on { $days }.
plan-no-mocks = No sealed mock is left to sit before the exam.
# $recall (Number): in percent
plan-recall = If you stopped now, you would recall about { $recall } percent of what you have practised on that day.
plan-calendar = Add to a calendar

calendar-practice = Practise for the exam
calendar-mock = Sit a sealed mock exam
calendar-exam = The exam

drills-title = Drills
# $questions (Number): how many questions a drill has
drill-count = { $questions ->
    [one] { $questions } question
   *[other] { $questions } questions
}
drill-none = none now
drill-due = Due for review
drill-due-hint = What you are about to forget, asked by questions you have not seen where there are any.
drill-missed = Missed
drill-missed-hint = Your latest answer was wrong.
drill-weak = Weak spots
drill-weak-hint = The objectives where most went wrong.
drill-bookmarked = Bookmarked
drill-bookmarked-hint = Questions that you marked on a result’s page.
drill-unseen = Never seen
drill-unseen-hint = Mixed, by the weights of the exam.
drill-changed = Changed since 2019
drill-changed-hint = Where older notes and banks are wrong today.
drill-new = New in this exam
drill-new-hint = Asked by your exam guide, and by none before it.
drill-mock = Sealed mock
drill-mock-hint = Against the clock, from questions that nothing else draws and no link contains. The best evidence of how ready you are.
drills-more = By topic, task or domain: choose them when you set up an exam.

ready-title = How ready are you?
# $percent (Number): the chance in percent
ready-chance = { $percent } %
# $many (Number): how many pass
# $of (Number): of so many
ready-words = About { $many } in { $of } who answer as you do would pass, under the assumptions below.
# $low (Number): a share in percent
# $high (Number): a share in percent
ready-range = Eight times in ten, your share of right answers in the exam would lie between { $low } and { $high } percent.
# $fresh (Number): first answers that count
# $needed (Number): how many are needed
ready-not-yet = Not enough evidence yet ({ $fresh } of { $needed })
# $each (Number): how many are needed of each domain
ready-not-yet-why = Only first answers count: the second time, you may know the question and not the subject. { $each } of each domain are needed too.
# $raw (Number): in percent
ready-raw = Counting every answer alike, repeats and all, would have claimed { $raw } percent. That is what most tools show; whoever repeats questions is told too much by it.
# $domain (Text): the title of a domain
ready-moves = What would move it most: { $domain }.
# $fresh (Number): first answers
# $right (Number): how many of them were right
ready-domain = { $right } of { $fresh } right at first sight
ready-how = How this is reckoned
ready-how-1 = For each domain the share of right first answers is drawn towards your own average, newer answers counting more, and read as a range instead of a point.
ready-how-2 = Those ranges are weighted as your exam guide weights its domains, spread for the luck of one paper, for a bank that may be harder or easier than the exam, and for a passing score that AWS does not publish.
ready-how-3 = It errs on the low side while you are still learning. It cannot know how well you sleep before the exam, nor how close this bank is to it. The simulation behind it is published with the source.

mistaken-title = Ideas that mislead you
mistaken-lead = Wrong answers that share an idea. Each goes once you have passed it over twice.
# $times (Number): how often it was chosen
# $day (Text): when it was last
mistaken-times = { $times ->
    [one] Chosen once, and you were certain, on { $day }.
   *[other] Chosen { $times } times, last on { $day }.
}
mistaken-drill = Drill it

map-title = What you would recall today
map-lead = Each tile is a task of the exam guide; it fills as its objectives are practised, and fades as they are forgotten.
# $practised (Number): objectives that were practised
# $objectives (Number): all objectives
map-practised = { $practised } of { $objectives } practised
# $recall (Number): in percent
map-recall = { $recall } % recalled
map-untouched = not practised

forecast-title = Reviews that are coming
forecast-lead = How many objectives fall due on each of the next fourteen days, if you practise what is due.
forecast-says = Reviews due by day
day = Day
due = Due
# $days (Number): from today
in-days = { $days ->
    [0] today
    [1] tomorrow
   *[other] in { $days } days
}

scores-title = Scores
scores-lead = Attempts of twenty questions and more, oldest first.
scores-says = Share of right answers by attempt
sat-on = Sat on
questions-column = Questions
pace-column = Time a question
pace-chart-title = Pace
pace-chart-says = Seconds a question, by attempt; the exam gives about 120

calibration-title = When you say you are sure
calibration-lead = Certain should mean right nine times in ten, and a guess about one in four.
calibration-says = Share of right answers by how sure you were
calibration-how = How sure
# $right (Number): right answers
# $asked (Number): answers
calibration-of = { $right } of { $asked } right
as-table = As a table

outcome-title = How did your exam go?
# $day (Text): the day of the exam
outcome-lead = Your exam was on { $day }. What you tell stays on this device and in your backups; it is the only way to judge the chance that was shown.
outcome-score = Scaled score, if you like
outcome-passed = Passed
outcome-failed = Not passed
outcome-not-sat = I did not sit it
outcomes-title = Exams you told of
# $day (Text): its day
# $score (Text): the scaled score, or that it was not told
# $chance (Text): the chance that was shown
outcome-line-passed = { $day }: passed, score { $score }. Chance shown before: { $chance }.
# $day (Text): its day
# $score (Text): the scaled score, or that it was not told
# $chance (Text): the chance that was shown
outcome-line-failed = { $day }: not passed, score { $score }. Chance shown before: { $chance }.
outcome-no-score = not told
outcome-no-chance = none

bookmark = Bookmark

sealed-not-shared = A sealed mock has no link: its questions stay unseen until a mock asks them.

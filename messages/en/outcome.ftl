### What a result tells beside its grade: what to do next, pace, changed answers, and two results side by side.

next-title = What to do next
next-objectives = Most points can be won back at these objectives.
next-tasks = Most points can be won back at these tasks of the guide.
next-topics = Most points can be won back at these topics.
nothing-missed = Every question was answered right. A paper of other questions says whether that holds.
drill = Practise these
# $questions (Number): how many
drill-note = { $questions ->
    [one] { $questions } question without a clock; the answer is shown at once.
   *[other] { $questions } questions without a clock, unseen ones first; each answer is shown at once.
}
print = Print or save as PDF
print-left-out = Reasons that were not open on the page are left out. The button “Print or save as PDF” opens all of them.
compare-earlier = Compare with the one before

gain-one = about 1 point
# $whole (Number): points before the decimal sign
# $tenths (Number): the digit behind it
gain-tenths = about { $whole }.{ $tenths } points
# $missed (Number): questions answered wrong or not at all
# $asked (Number): questions
missed = { $missed } of { $asked } missed
# $scored (Number): how many questions count in the exam
gain-note = Points of { $scored } in an exam: what each weighs there, times the share you missed, drawn a little towards your whole paper.
# $more (Number): parts that are not named
gain-more = { $more ->
    [one] One more had questions missed.
   *[other] { $more } more had questions missed.
}

meets = Meets
needs-work = Needs work
too-few-to-say = Too few questions to say
verdicts = “Meets” is measured at the middle of the raw pass marks that are thought likely. In brackets is where your true share may lie, with 95 % confidence: a dozen questions leave it wide. The exam has no pass mark for a domain.
# $total (Number): how many do not count
# $right (Number): how many of those are right
unscored-right = { $total } more do not count, as in the exam: { $right } of them right.
# $low (Number): percent
# $high (Number): percent
interval-percent = ({ $low }–{ $high } %)
# $band (Text): a range on the exam's scale
# $pass (Number): the pass mark
band-says = The score lies in the range { $band }; the pass mark is { NUMBER($pass, useGrouping: "false") }.

pace-title = Pace
pace-figures = The pace in figures
pace-behind = Questions done
pace-time = Time used
pace-even = Even pace
pace-own = You
# $each (Text): a span
# $even (Text): a span
pace-timed = { $each } a question; an even share is { $even }.
# $each (Text): a span
# $even (Text): a span
pace-untimed = { $each } a question; the exam’s own pace is { $even }.
# $late (Number): questions
late = { $late ->
    [0] Time never got short.
    [one] Time was short for the last question: less than half of an even share was left.
   *[other] Time was short for the last { $late } questions: less than half of an even share was left for each.
}
# $questions (Number): how many were opened
# $used (Text): a span
pace-says = Time used question by question beside an even pace: { $questions } questions in { $used }.

changes-title = Answers changed
none-changed = No answer was changed.
change-gained = wrong to right
change-lost = right to wrong
change-neither = wrong to wrong
changes-note = The first whole answer beside the one handed in.
changes-even = Changing answers neither won nor cost points here.
# $points (Number): points
changes-won = { $points ->
    [one] Changing answers won { $points } point here.
   *[other] Changing answers won { $points } points here.
}
# $points (Number): points
changes-cost = { $points ->
    [one] Changing answers cost { $points } point here.
   *[other] Changing answers cost { $points } points here.
}
changed-to-right = changed to right
changed-from-right = changed from right
changed-wrong = changed

filter-unscored = Not counted
filter-changed = Changed
filter-noted = With a note
filter-domain = Domain
all-domains = All domains
none-wrong = No question here was missed.
none-flagged = No question here was flagged.
none-unscored = Every question here counted.
none-changed-here = No answer here was changed.
none-noted = No question here has a note.

own-note = Your note
sure-title = How sure you were
sure = Sure
sure-guess = a guess
sure-fairly = fairly sure
sure-certain = certain
sure-note = Who is well calibrated is nearly always right when certain. A wrong answer that was certain is worth the most time.

compare-title = Two results side by side
compare-newest = Compare the two newest
compare-first = First
compare-second = Second
compare-gone = One of the two results is not on this device. Choose another, or bring it here with a backup file.
compare-what = What
compare-day = Begun
compare-guide = Guide
compare-score = Right of those that count
compare-band = On the exam’s scale
compare-time = Time
compare-each = Time a question
compare-late = Questions with time short
compare-changed = Answers changed
compare-won = Points won by changing
compare-nothing = –
# $score (Text): how many of how many
# $percent (Text): the same in percent
compare-share = { $score } ({ $percent })
# $points (Number): points
points-more = +{ $points }
# $points (Number): points
points-less = −{ $points }
# $change (Text): points with their sign
# $low (Text): points with their sign
# $high (Text): points with their sign
difference-chance = The second share of right answers differs by { $change } points of a hundred, with 95 % confidence by { $low } to { $high }. Chance alone may have made it.
# $change (Text): points with their sign
# $low (Text): points with their sign
# $high (Text): points with their sign
difference-real = The second share of right answers differs by { $change } points of a hundred, with 95 % confidence by { $low } to { $high }. That is more than chance alone makes.

shared-title = Questions that both had
shared-none = No question was in both.
shared-note = A question that was seen before is easier: what was won here may be memory, so trust the other questions more.
shared-list = Question by question
question = Question
# $all (Number): questions that both had
# $kept (Number): right both times
# $gained (Number): wrong, then right
# $lost (Number): right, then wrong
# $neither (Number): wrong both times
shared-counts = { $all ->
    [one] { $all } question: { $kept } right both times, { $gained } won, { $lost } lost, { $neither } wrong both times.
   *[other] { $all } questions: { $kept } right both times, { $gained } won, { $lost } lost, { $neither } wrong both times.
}
# $day (Text): when it ended
# $right (Number): how many that count are right
# $total (Number): how many count
result-choice = { $day }: { $right } of { $total }
# $number (Number): a question's place in the bank
# $topic (Text): its topic
question-number = no. { NUMBER($number, useGrouping: "false") }, { $topic }

### How an exam went, and why.

result-title = Result
no-attempt = This result is not on this device. It may have been erased, or it belongs to another browser. A backup file brings it here.
band-title = On the exam's scale
band-caveat = Illustrative. AWS does not publish the raw score that passes and equates every form, so a practice score is a range. It says how this paper went, not how the exam will go.
domains-title = By domain
domain = Domain
right = Right
wrong = Wrong
unanswered = Not answered
share-right = Share
items-title = Question by question
filter-label = Show
filter-all = All
filter-wrong = Wrong
filter-flagged = Flagged
open-all = Open all reasons
filter-none = No question here.
your-answer = Your answer
key = Right answer
takeaway = Remember
references = Read more
changed = What changed
not-counted = does not count
expired = Time ran out.
another-exam = Another exam
reference-unopened = (page not re-read at the last check)

standing-above = This paper went well: it is above the pass mark, however the cut may lie.
standing-near = This paper was close: whether it passes depends on where the cut lies.
standing-below = This paper was below the pass mark. The reasons below are the quickest way up.

result-short = A short paper says little about the exam; its reasons say much about the questions.

# $right (Number): how many of those that count are right
# $total (Number): how many count
scored-right = { $right } of { $total } right

# $used (Text): a span
# $limit (Text): how much there was
time-used-of = { $used } of { $limit }
# $used (Text): a span
time-used-unlimited = { $used }, no time limit

# $day (Text): the day or the version since when it is so
since = since { $day }

was = Was:
is = Is:

# $day (Text): when a question was last held against its source
# $source (Text): which
verified = Checked { $day }: { $source }.

# $number (Number): a question's place in the bank
# $revision (Number): how often it was changed
number = Question no. { NUMBER($number, useGrouping: "false") }, revision { $revision }.

key-corrected = key corrected
key-until-then = Right answer until then
key-corrected-why = The bank has corrected the key of this question since you sat it, so it was graded again.

# $before (Number): how many were right by the keys of the day
# $now (Number): and by the corrected ones
graded-again = Graded again since, with corrected keys: { $before } on that day, now { $now }.

# $before (Number): how many were right by the keys of the day
first-grade = { $before } before a key was corrected

# $pass (Number): on the exam's scale
# $low (Number): where the scale begins
# $high (Number): where it ends
pass-mark = Pass mark { NUMBER($pass, useGrouping: "false") } on a scale of { NUMBER($low, useGrouping: "false") } to { NUMBER($high, useGrouping: "false") }.
# $low (Number): on the exam's scale
# $high (Number): on the exam's scale
band = { NUMBER($low, useGrouping: "false") }–{ NUMBER($high, useGrouping: "false") }
# $part (Number): how many are right
# $whole (Number): how many there are
of = { $part } of { $whole }
# $percent (Number): a share
percent = { $percent } %
# $name (Text): a filter
# $count (Number): how many questions it leaves
counted = { $name } ({ $count })

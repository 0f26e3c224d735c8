### An exam at work.

# $ordinal (Number): which question
# $of (Number): how many there are
question-heading = Question { $ordinal } of { $of }

choose-one = Choose one option.
# $wanted (Number): how many options are to be chosen
# $chosen (Number): how many are
chosen-of = { $chosen } of { $wanted } chosen.
# $wanted (Number): how many options are to be chosen
# $chosen (Number): how many are
chosen-all-of = { $chosen } of { $wanted } chosen. To choose another, unselect one first.

previous = Previous
next = Next
flag = Flag
flagged = Flagged
to-review = Review
navigator = All questions
steps-label = Steps
time-left = Time left
no-limit = No time limit
saved = Saved
saving = Saving
saved-loosely = Saved, but a crash could lose it
not-saved = Not saved
copy-answers = Copy my answers
elsewhere = This exam is open in another tab. Here it is only shown; answer there, or take it over.
take-over = Take over here
go-on-untimed = Go on without a clock
ran-out-unattended = Time ran out while you were away, or the clock of this device was set forward. This result stays as it is.
no-sitting-title = No exam is running
see-result = See your last result

# $ordinal (Number): which question
# $state (Text): one of the states below
cell-plain = Question { $ordinal }, { $state }
# $ordinal (Number): which question
# $state (Text): one of the states below
cell-flagged = Question { $ordinal }, { $state }, flagged

state-answered = answered
state-half = half answered
state-opened = not answered
state-new = not seen

## Breaks

pause = Pause
paused-title = A break
paused-lead = The question is covered, and no time is counted.
go-on = Go on
# $time (Text): how long the exam has taken
time-so-far = { $time } so far.

## Reasons as one goes

check-answer = Check answer
verdict-right = Right
verdict-wrong = Not right

## Leaving

leave-ask = Leave the exam?
leave-text = It goes on without you, and so does its clock, if it has one. The home page leads back to it.
leave-no = Back to the exam
leave-yes = Leave

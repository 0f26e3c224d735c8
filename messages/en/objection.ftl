### What a learner holds to be wrong in the bank.

objection-title = I think this is wrong
objection-why = What is wrong, and how do you know?
objection-hint = The question is left out of your exams from now on. Your words stay on this device until you send them.
object = Object
objection-left-out = It is left out of the exams that you draw. Send this report to who keeps the bank, so that it is right for everyone:
objection-lift = Lift the objection
objections-title = Your objections
objections-lead = These questions are left out of the exams that you draw.
report-label = Report
report-copy = Copy the report
report-send = Report it

# $number (Number): a question's place in the bank
# $day (Text): when
objected = You objected to question no. { NUMBER($number, useGrouping: "false") } on { $day }.

# $number (Number): a question's place in the bank
report-title = Question { NUMBER($number, useGrouping: "false") } may be wrong

# $number (Number): a question's place in the bank
# $revision (Number): how often it was changed
# $fingerprint (Text): of the bank
# $chosen (Text): options
# $key (Text): options
# $reason (Text): the learner's words
objection-report =
    Question { NUMBER($number, useGrouping: "false") }, revision { $revision }, bank { $fingerprint }
    Chosen: { $chosen }
    Key: { $key }
    Why it may be wrong: { $reason }
chosen-none = none

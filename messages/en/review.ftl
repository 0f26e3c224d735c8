### Before an exam is handed in.

review-title = Review before handing in
review-lead = You can go back to any question. Unanswered questions count as wrong; a guess costs nothing.
count-answered = answered
count-half = half answered
count-unanswered = not answered
count-flagged = flagged
back-to-exam = Back to the questions
leave = Leave, the exam goes on
hand-in = Hand in
hand-in-title = Hand in your exam?
hand-in-yes = Yes, hand in

# $unanswered (Number): how many questions have no answer
# $half (Number): how many have too few options chosen
hand-in-text = { $unanswered ->
    [0] { $half ->
        [0] All questions are answered.
       *[other] { $half } with too few options chosen will count as wrong.
    }
   *[other] { $half ->
        [0] { $unanswered ->
            [one] { $unanswered } question has no answer. It will count as wrong.
           *[other] { $unanswered } questions have no answer. They will count as wrong.
        }
       *[other] { $unanswered } without an answer and { $half } with too few options chosen will count as wrong.
    }
}

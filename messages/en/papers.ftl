### Papers of one's own: writing them, and sitting one that was sent.

papers-title = A paper of your own
papers-lead = Write or paste questions, or drop a file. You get one link that holds the whole paper: nothing is uploaded, and what you type stays on this device.
papers-way = Write a paper of your own
papers-text = Questions
papers-text-hint = Markdown with check boxes, GIFT, Aiken, or a table (CSV). What is right has an x.
papers-example-show = How to write them
papers-example = ### Which queue keeps the order of messages?{"\u000A"}- [ ] A standard queue{"\u000A"}  > It may deliver out of order.{"\u000A"}- [x] A FIFO queue{"\u000A"}{"\u000A"}> FIFO means first in, first out.
papers-example-words = A heading asks, check boxes answer, an x marks what is right. A line that begins with > under an option is its reason; below all options it explains the whole.
papers-file = Or choose a file, or drop one here
papers-format = Format
papers-format-auto = Find out
format-markdown = Markdown
format-gift = GIFT
format-aiken = Aiken
format-table = Table (CSV)
# $format (Text): its name
papers-read-as = Read as { $format }.
papers-words = The paper
papers-title-field = Title
papers-line-field = A line to whoever opens it
papers-minutes = Minutes allowed (none for no limit)
papers-reveals = Show reasons after each question
papers-preview = Preview
# $good (Number): questions that can be asked
# $bad (Number): questions that cannot
papers-count = { $good ->
    [one] { $good } question can be asked
   *[other] { $good } questions can be asked
}, { $bad ->
    [0] none has to be mended.
    [one] one has to be mended.
   *[other] { $bad } have to be mended.
}
papers-none = Nothing is read yet.
papers-failed = What reads questions could not be loaded. Connect to the network once and reload the page; what you typed stays.
papers-tidy = Write them all in Markdown
papers-tidy-hint = To mend what another format cannot hold, such as reasons. What cannot be read stays at the end as it is.
papers-make = Make the links
papers-made = Your links
papers-keyed = The paper, with its key
papers-keyed-hint = Whoever opens it sits the paper and sees the result at once. The key is in the link, so it is no exam under supervision.
papers-assigned = The assignment, without its key
papers-assigned-hint = It holds the questions alone. Answers come back to you as a code, and are graded with the link above.
papers-files = As a file
papers-print = Print it
papers-to-class = Grade a class
# $number (Number): which question
papers-question = Question { $number }
papers-show-line = Show in the text
papers-right = right
papers-mend = Mend this first
papers-note = Worth a look

finding-no-key = No option is marked as right.
finding-too-few-options = It has fewer than two options.
finding-too-many-options = It has more than eight options.
finding-all-right = All options are marked as right.
finding-same-options = Two options say the same.
finding-no-stem = Nothing is asked.
finding-key-beyond = The key names an option that is not there.
finding-other-kind = It is of a kind that is not asked here, such as matching or a number.
finding-too-long = It is longer than a question may be.
finding-other-count = It asks for another number of options than are marked as right.
finding-left-out = These words belong to no question and are left out.
finding-not-shown = This formatting is not shown as such.
finding-weights = Weights are dropped: an answer counts whole or not at all.
finding-two-readings = The text can also be read in another way.
finding-extension = Aiken has one right letter; more than one is read here, and perhaps not elsewhere.
finding-same-question = It repeats an earlier question.
finding-too-many-questions = A paper has at most 200 questions; these are left out.
finding-longest-is-key = The right option is much longer than the others, which gives it away.
finding-all-or-none = “All of the above” and “none of the above” test the counting of options.
finding-negative = The stem asks what is not so, which is easily overread.
finding-absolute = “Always” and “never” are hardly ever in a right option, and readers know it.
finding-echoed = A word of the stem stands in the right option alone.
finding-no-reasons = No reason is given: whoever is wrong learns only that.
finding-longest-often = Over the whole paper the longest option is right more often than chance would have it.
finding-one-place = Over the whole paper the right option stands in the same place more often than chance would have it.
# $line (Number): of the text
finding-line = Line { NUMBER($line, useGrouping: "false") }:

own-paper-title = A paper that was sent
own-paper-lead = Somebody wrote these questions and sent them in the link. Nothing starts before you say so.
own-paper-caveat = They are not of the bank of { -app }: nobody here has checked them, and they do not count for practice and readiness.
own-paper-assigned = An assignment: the key is with its sender. You hand in, and send your answers back.
# $count (Number): questions
own-paper-left-out = { $count ->
    [one] One question in it cannot be asked and is left out.
   *[other] { $count } questions in it cannot be asked and are left out.
}
own-paper-is-result = This is the code of a result, not of a paper.
fact-kind = Kind
kind-paper = Paper with its key
kind-assigned = Assignment without its key

### The page of an exam link, what can be wrong with one, and why its exam cannot be sat.

confirm-title = Exam link
# The title of a link that is shared.
share-title = A practice exam on { -app }
confirm-lead = This link opens an exam: whoever opens it gets the same questions in the same order. Nothing starts before you say so.
confirm-changed = The question bank has changed since this link was made, so this may not be the very same exam.
confirm-all-topics = All topics
confirm-listed = Chosen questions
confirm-bad = This exam cannot be started.
bad-link-title = This exam link does not work
bad-link-advice = It may have been cut when it was sent. Ask for it again, or paste the whole of it on the home page.
fact-bank = Question bank
fact-guide = Exam guide
fact-questions = Questions
fact-time = Time
fact-topics = Topics
fact-seed = Seed

## What is wrong in a link: it lacks, or holds wrongly, one of these parts

part-bank = the question bank (bank)
part-guide = the exam guide (guide)
part-seed = the seed (seed)
part-n = the number of questions (n)
part-min = the time limit (min)
part-topics = the topics (topics)
part-q = the list of questions (q)
part-fp = the bank's version (fp)
part-draw = the version of the draw (draw)

link-too-long = It is longer than any exam link.
# $part (Text): a part
link-missing = It lacks { $part }.
# $part (Text): a part
link-malformed = In it, { $part } cannot be read.
# $part (Text): a part
link-repeated = In it, { $part } stands twice.
# $part (Text): a part
# $least (Number): the least it may be
# $most (Number): the most it may be
link-out-of-range = In it, { $part } must be from { NUMBER($least, useGrouping: "false") } to { NUMBER($most, useGrouping: "false") }.

## Why an exam cannot be sat

unknown-bank = This site does not have the question bank that the link names.
newer-draw = The link was made by another version of { -app }, which draws questions in another way. Reload to get the newest version, or ask for a new link.
unknown-guide = The question bank has no such exam guide.
# $topic (Text): its id in the link
unknown-topic = The question bank has no topic “{ $topic }”.
# $number (Number): the number of a question
unknown-question = The link asks for question { NUMBER($number, useGrouping: "false") }, which the question bank no longer has.
# $number (Number): the number of a question
sealed-question = The link asks for question { NUMBER($number, useGrouping: "false") }, which is kept for sealed mock exams.
# $number (Number): the number of a question
repeated-question = The link asks for question { NUMBER($number, useGrouping: "false") } twice.
# $wanted (Number): how many questions the link asks for
# $available (Number): how many there are
too-few = The link asks for { $wanted } questions, but the question bank has only { $available } that fit.

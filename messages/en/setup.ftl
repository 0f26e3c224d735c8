### Setting up an exam.

setup-title = New exam
setup-guide = Exam guide
setup-length = Questions
setup-way = How to sit it
setup-time = Time
setup-pick = Which questions
setup-areas = Domains and tasks
setup-other-length = Another number of questions
setup-lasting = Or as many as fit into
setup-topics = Topics
setup-all-topics = All topics
setup-seed = Seed and link
setup-seed-label = Seed
setup-seed-hint = The same seed and the same choices give the same exam on every device.
setup-seed-bad = A seed has ten letters or digits, without I, L, O and U.
setup-new-seed = Another seed
setup-personal = A personal exam depends on what you have seen. Its link can be copied once you have handed it in.
copy-link = Copy exam link
share-link = Share exam link
start = Start the exam

guide-in-use = In use
# $from (Text): a day
guide-from = Used from { $from }
# $until (Text): a day
guide-until = Used until { $until }
# $from (Text): a day
# $until (Text): a day
guide-from-until = Used from { $from } until { $until }

# $unscored (Number): how many questions do not count
unscored-hint = { $unscored ->
    [one] As in the real exam, { $unscored } of them does not count. The result tells which.
   *[other] As in the real exam, { $unscored } of them do not count. The result tells which.
}

# $most (Number): how many questions there are
# $drawn (Number): how many are drawn
most-hint = These topics have { $most } questions in this guide. { $drawn } of them are drawn.

# $chosen (Number): how many topics are chosen
topics-chosen = { $chosen ->
    [0] all
   *[other] { $chosen } chosen
}

# $title (Text): a domain of the guide
# $wanted (Number): how many questions it should have
# $got (Number): how many it has
deviation = { $title }: { $got } questions where the guide's weights give { $wanted }

deviations = The bank is too small to meet the guide's weights:

# $name (Text): of what
# $state (Text): how many of it, in words
named-state = { $name }: { $state }

# $count (Number): how many questions
questions = { $count ->
    [one] { $count } question
   *[other] { $count } questions
}

## How much time there is

time-usual = Exam pace
time-extra = With the extra time for a second language
time-more = Or more of it, in percent

## How it is sat

way-exam = Exam
way-exam-hint = Against the clock; nothing is told before the end
way-untimed = Untimed
way-untimed-hint = No clock; nothing is told before the end
way-reveal = Reasons as you go
way-reveal-hint = No clock; check each answer and read why

## Which questions

pick-any = Any that the seed gives
pick-unseen = Those that I have not seen come first
pick-missed = Only those that I missed

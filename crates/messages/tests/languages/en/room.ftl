### A room, for the tests of the compiler.

-app = Invigil

app = { -app }
start-now = Start the exam
quoted = Say "so", {"{"}as it is{"}"}, with a \ and a tab{"\u0020"}

# $name (Text): who it is
welcome = Welcome to { -app }, { $name }
# $count (Number): how many were added
results-added = { $count ->
    [0] Nothing was added.
    [one] { $count } result was added.
   *[other] { $count } results were added.
}
# A choice within a sentence, and another.
# $hours (Number): whole hours
# $minutes (Number): and minutes
time-left = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
} { NUMBER($minutes, minimumIntegerDigits: 2) } left
# $state (Text): open or closed
# $number (Number): a name in digits
door = { $state ->
    [open] Door { NUMBER($number, useGrouping: "false") } is open
   *[closed] Door { NUMBER($number, useGrouping: "false") } is closed
}
lines =
    One line
    and another

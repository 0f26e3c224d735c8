### Spans and times.

# A clock.
# $hours (Number): whole hours
# $minutes (Number): and minutes
# $seconds (Number): and seconds
clock-hours = { $hours }:{ NUMBER($minutes, minimumIntegerDigits: 2) }:{ NUMBER($seconds, minimumIntegerDigits: 2) }
# A clock, below an hour.
# $minutes (Number): whole minutes
# $seconds (Number): and seconds
clock-minutes = { NUMBER($minutes, minimumIntegerDigits: 2) }:{ NUMBER($seconds, minimumIntegerDigits: 2) }

# A clock for the ear.
# $hours (Number): whole hours
hours-left = { $hours ->
    [one] { $hours } hour left
   *[other] { $hours } hours left
}
# A clock for the ear.
# $hours (Number): whole hours
# $minutes (Number): and minutes
hours-and-minutes-left = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
} { $minutes ->
    [one] { $minutes } minute left
   *[other] { $minutes } minutes left
}

# A span, in short.
# $seconds (Number): whole seconds
span-seconds = { $seconds } s
# A span, in short.
# $minutes (Number): whole minutes
# $seconds (Number): and seconds
span-minutes = { $minutes } min { NUMBER($seconds, minimumIntegerDigits: 2) } s
# A span, in short.
# $hours (Number): whole hours
# $minutes (Number): and minutes
span-hours = { $hours } h { NUMBER($minutes, minimumIntegerDigits: 2) } min

# How much time an exam has.
limit-none = no time limit
# How much time an exam has.
# $minutes (Number): whole minutes
limit-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}

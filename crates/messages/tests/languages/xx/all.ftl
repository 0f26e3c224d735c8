-app = Invigilo

app = { -app }
failed = { -app } ne ekis
start-now = Ek
quoted = "Tiel"
welcome = { $name }, saluton al { -app }
results-added = { $count ->
    [zero] nenio
    [few] kelkaj: { $count }
   *[other] { $count } rezultoj
}
time-left = { $hours }:{ NUMBER($minutes, minimumIntegerDigits: 2) }
door = { $number }: { $state }
lines = Unu linio

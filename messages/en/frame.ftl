### What stands around every page.

-app = Invigil

app = { -app }
waiting = Opening the exam room…
skip = Skip to the page
nav-label = Pages
nav-home = Home
nav-setup = New exam
nav-history = Results
nav-settings = Settings
nav-about = About
footer = Not affiliated with Amazon Web Services. Your answers stay on this device.
close-notice = Close this message
update-ready = A newer version of { -app } is ready.
update-now = Update now
cancel = Cancel
back-home = To the home page

home-document-title = { -app }: an exam room in your browser

# $page (Text): the name of the page
document-title = { $page } · { -app }

## What is said to a screen reader

# $minutes (Number): how many are left
minutes-left = { $minutes ->
    [one] { $minutes } minute left
   *[other] { $minutes } minutes left
}
half-time = Half of the time is over
flag-set = Flagged for review
flag-removed = Flag removed
# $wanted (Number): how many options are to be chosen, and are
unselect-first = { $wanted ->
    [one] { $wanted } option is chosen already. Unselect it first.
   *[other] { $wanted } options are chosen already. Unselect one first.
}
time-over = Time is up. Your answers were handed in.

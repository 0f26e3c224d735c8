### Messages above a page: what happened, and what to do about it.

not-kept-denied = This browser does not let the site store anything, perhaps because of private browsing or blocked site data. You can go on, but what you do is lost when the page is closed.
not-kept-full = There is no room left in this browser's storage, so the latest changes are not kept. Make a backup in Settings, then free some space.
not-kept-broken = The browser's storage failed, so the latest changes are not kept. Make a backup in Settings, then reload the page.

# A record that is stored on the device, as the next messages name it.
record-settings = settings
record-results = list of results
record-sitting = running exam

# $record (Text): a record
damaged = A stored copy of the { $record } was damaged. It was set aside, and the last good copy is used where there is one.
# $record (Text): a record
newer = The { $record } on this device was written by a newer version of { -app }. It is left as it is, and changes to it are not kept. Reload to get the newer version.

# $count (Number): how many entries
torn-log = { $count ->
    [one] { $count } entry of the exam's log could not be read. Please check your answers.
   *[other] { $count } entries of the exam's log could not be read. Please check your answers.
}
paper-lost = An exam was running on this device, but its questions are no longer stored and the question bank has changed since. Its answers are kept in your backup.
bank-unreachable = The questions could not be loaded. Check the network, then reload the page.
bank-missing = The questions are not where they should be: the site may just be changing to a new version. Wait a minute, then reload the page.
bank-unreadable = The question bank arrived damaged. Reload the page; if that does not help, tell who runs the site.
bank-newer = The question bank is of a newer version than this page. Close all tabs of { -app }, then open it again.
bank-mismatch = The site is just changing to a new version of the question bank. Wait a minute, then reload the page.
catalogue-unusable = The list of question banks of this site is damaged. Reload the page; if that does not help, tell who runs the site.
# $count (Number): how many results
worth-a-backup = { $count ->
    [one] { $count } result is on this device alone. Settings make a backup of it in one file.
   *[other] { $count } results are on this device alone. Settings make a backup of them in one file.
}
# $span (Text): how long
away = You were away for { $span }. The clock kept running.
clock-set-back = The clock of this device was set back. The exam's time was not.
ended-elsewhere = This exam was handed in at another tab.
expired-while-away = Time ran out while you were away. What you had answered was handed in.
text-copied = The text is copied.
text-not-copied = The text could not be copied. The browser may ask for permission first.
# $count (Number): how many results
regraded = { $count ->
    [one] A key of the question bank was corrected, and { $count } result was graded again. It says so.
   *[other] Keys of the question bank were corrected, and { $count } results were graded again. Each says so.
}
link-sent = The link is copied.
link-not-sent = The link could not be copied. Here it is, to copy by hand:
no-link-in-text = There is no exam link in that text. An exam link contains “#/exam?”.
update-deferred = An exam is running in another tab. Update when it is finished.

checked-nothing = Nothing is stored on this device yet.
# $sound (Number): how many records
checked-sound = { $sound ->
    [one] The { $sound } record on this device can be read.
   *[other] All { $sound } records on this device can be read.
}
# $broken (Number): how many records
# $all (Number): how many there are
# $names (Text): which are broken
checked-broken = { $broken } of { $all } records on this device cannot be read: { $names }. Make a backup: it holds all that can be read.
# $count (Number): how many records
checked-aside = { $count ->
    [one] { $count } damaged record was set aside earlier.
   *[other] { $count } damaged records were set aside earlier.
}
# $first (Text): a sentence
# $second (Text): the next
two-sentences = { $first } { $second }
not-checked = What is stored here could not be looked through: the tool for it did not arrive. Try again with a network, or reload the page.

backup-made = The backup is made. Keep the file in a safe place.
backup-partial = The backup holds results and settings only: the questions and answers behind them could not be read. Keep the file, then reload the page and make another.
backup-not-made = The browser did not take the file, so there is no new backup. Reload the page, then try again.
file-not-made = The file could not be written. Reload the page, then try again.
# $count (Number): how many results were added
backup-merged = { $count ->
    [0] The backup is read. It held no result that was not here already.
    [one] The backup is read: { $count } result was added.
   *[other] The backup is read: { $count } results were added.
}
# $line (Number): of the file
# $column (Number): of the line
backup-unreadable = That file cannot be read as a backup: it stops making sense at line { NUMBER($line, useGrouping: "false") }, column { NUMBER($column, useGrouping: "false") }. Nothing was changed.
backup-no-backup = That file is not a backup of { -app }. Nothing was changed.
backup-newer = That backup was made by a newer version of { -app }. Update this one first; nothing was changed.
backup-too-large = That file is larger than any backup. Nothing was changed.
erased = Everything that { -app } had stored on this device is erased.

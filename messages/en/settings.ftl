### Settings, backups and erasing.

settings-title = Settings
theme = Appearance
theme-auto = As the device
theme-light = Light
theme-dark = Dark
exam-day = Day of your exam
guide-by-day = By the day of the exam
keys-off = Turn single keys off
backup-title = Backup
backup-lead = Results live in this browser only, and browsers may clear what they store. A backup is one file with everything: results, running exam, settings. Restoring adds to what is here and overwrites nothing.
backup-iphone = On an iPhone or iPad, an app on the Home Screen may not share what Safari stores. Make a backup before you add it, and restore it there.
backup-make = Make a backup
check-stored = Check what is stored
backup-restore = Restore from a backup
backup-never = No backup was made on this device yet.
erase-title = Erase
erase-lead = Erases all results, the running exam and the settings on this device. There is no way back but a backup.
erase = Erase everything
erase-ask = Erase everything?
erase-yes = Yes, erase everything

# $day (Text): a day
backup-last = Last backup: { $day }

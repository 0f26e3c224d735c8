//! The words of the pages.

use super::times::{duration, minutes};
use invigil_engine::time::{DurationMs, Minutes};

pub(crate) const WAITING: &str = "Opening the exam room…";
pub(crate) const SKIP: &str = "Skip to the page";
pub(crate) const NAV_LABEL: &str = "Pages";
pub(crate) const NAV_HOME: &str = "Home";
pub(crate) const NAV_SETUP: &str = "New exam";
pub(crate) const NAV_HISTORY: &str = "Results";
pub(crate) const NAV_SETTINGS: &str = "Settings";
pub(crate) const NAV_ABOUT: &str = "About";
pub(crate) const FOOTER: &str = "Not affiliated with Amazon Web Services. Your answers stay on this device.";
pub(crate) const CLOSE_NOTICE: &str = "Close this message";
pub(crate) const UPDATE_READY: &str = "A newer version of Invigil is ready.";
pub(crate) const UPDATE_NOW: &str = "Update now";
pub(crate) const CANCEL: &str = "Cancel";
pub(crate) const BACK_HOME: &str = "To the home page";

// Home.
pub(crate) const HOME_TITLE: &str = "Practise for your exam, as it will be";
pub(crate) const HOME_LEAD: &str = "Timed exams from a bank of questions with reasons for every option. They work offline, and nothing leaves this device.";
pub(crate) const WELCOME_BACK: &str = "Welcome back";
pub(crate) const WHEN_EXAM: &str = "When is your exam?";
pub(crate) const WHEN_EXAM_HINT: &str =
    "The day decides which exam guide your practice follows. You can change it later.";
pub(crate) const TRY_FIVE: &str = "Try 5 now";
pub(crate) const TRY_FIVE_HINT: &str = "Five questions, no time limit, about ten minutes.";
pub(crate) const SET_UP_EXAM: &str = "Set up an exam";
pub(crate) const CONTINUE: &str = "Continue your exam";
pub(crate) const LAST_RESULTS: &str = "Last results";
pub(crate) const ALL_RESULTS: &str = "All results";
pub(crate) const PASTE_TITLE: &str = "Got an exam link?";
pub(crate) const PASTE_LABEL: &str = "Paste the link here";
pub(crate) const PASTE_OPEN: &str = "Open";
pub(crate) const FRAMED: &str =
    "Another site shows this page inside its own. Open Invigil by itself to sit an exam.";
pub(crate) const AT_WORK: &str = "An exam is running. Finish it before you start another.";
pub(crate) const NO_BANK_TITLE: &str = "No questions";
pub(crate) const NO_BANK: &str =
    "The questions did not arrive, so no exam can be started. Reload the page to try again.";
pub(crate) const ARRIVING: &str = "The questions are on their way…";
pub(crate) const GATHERING: &str = "Fetching the questions. The exam begins when all are here.";
pub(crate) const ALL_HERE: &str = "The questions and their reasons are on this device.";
pub(crate) const FETCHED_FIRST: &str =
    "The questions and their reasons come to this device before the exam begins.";

/// How many days are left.
pub(crate) fn days_left(days: i64) -> String {
    match days {
        ..=-1 => "The day of your exam is over. How did it go?".to_owned(),
        0 => "Your exam is today. Good luck!".to_owned(),
        1 => "Your exam is tomorrow.".to_owned(),
        days => format!("{days} days until your exam."),
    }
}

/// Which guide is followed, and why.
pub(crate) fn follows_guide(title: &str) -> String {
    format!("Your practice follows {title}.")
}

/// How far the running exam is.
pub(crate) fn answered_of(answered: u32, of: u32) -> String {
    format!("{answered} of {of} answered")
}

// Set-up.
pub(crate) const SETUP_TITLE: &str = "New exam";
pub(crate) const SETUP_GUIDE: &str = "Exam guide";
pub(crate) const SETUP_LENGTH: &str = "Questions";
pub(crate) const SETUP_TIME: &str = "Time";
pub(crate) const SETUP_TOPICS: &str = "Topics";
pub(crate) const SETUP_ALL_TOPICS: &str = "All topics";
pub(crate) const SETUP_UNSEEN: &str = "Questions that I have not seen come first";
pub(crate) const SETUP_SEED: &str = "Seed and link";
pub(crate) const SETUP_SEED_LABEL: &str = "Seed";
pub(crate) const SETUP_SEED_HINT: &str =
    "The same seed and the same choices give the same exam on every device.";
pub(crate) const SETUP_SEED_BAD: &str = "A seed has ten letters or digits, without I, L, O and U.";
pub(crate) const SETUP_NEW_SEED: &str = "Another seed";
pub(crate) const SETUP_PERSONAL: &str =
    "A personal exam depends on what you have seen. Its link can be copied once you have handed it in.";
pub(crate) const COPY_LINK: &str = "Copy exam link";
pub(crate) const SHARE_LINK: &str = "Share exam link";
pub(crate) const START: &str = "Start the exam";

/// The days on which a guide is used.
pub(crate) fn guide_days(from: Option<&str>, until: Option<&str>) -> String {
    match (from, until) {
        (None, None) => "In use".to_owned(),
        (Some(from), None) => format!("Used from {from}"),
        (None, Some(until)) => format!("Used until {until}"),
        (Some(from), Some(until)) => format!("Used from {from} until {until}"),
    }
}

/// How many of the chosen questions do not count.
pub(crate) fn unscored_hint(unscored: u32) -> String {
    format!("As in the real exam, {unscored} of them do not count. The result tells which.")
}

/// How many questions there are at most, and are drawn.
pub(crate) fn most_hint(most: u32, drawn: u32) -> String {
    format!("These topics have {most} questions in this guide. {drawn} of them are drawn.")
}

/// How many topics are chosen.
pub(crate) fn topics_chosen(chosen: usize) -> String {
    match chosen {
        0 => "all".to_owned(),
        1 => "1 chosen".to_owned(),
        chosen => format!("{chosen} chosen"),
    }
}

/// Where the bank is too small for the guide's weights.
pub(crate) fn deviation(title: &str, wanted: u32, got: u32) -> String {
    format!("{title}: {got} questions where the guide's weights give {wanted}")
}
pub(crate) const DEVIATIONS: &str = "The bank is too small to meet the guide's weights:";

// Confirm page.
pub(crate) const CONFIRM_TITLE: &str = "Exam link";
pub(crate) const CONFIRM_LEAD: &str = "This link opens an exam: whoever opens it gets the same questions in the same order. Nothing starts before you say so.";
pub(crate) const CONFIRM_CHANGED: &str =
    "The question bank has changed since this link was made, so this may not be the very same exam.";
pub(crate) const CONFIRM_ALL_TOPICS: &str = "All topics";
pub(crate) const CONFIRM_LISTED: &str = "Chosen questions";
pub(crate) const CONFIRM_BAD: &str = "This exam cannot be started.";
pub(crate) const BAD_LINK_TITLE: &str = "This exam link does not work";
pub(crate) const BAD_LINK_ADVICE: &str =
    "It may have been cut when it was sent. Ask for it again, or paste the whole of it on the home page.";
pub(crate) const FACT_BANK: &str = "Question bank";
pub(crate) const FACT_GUIDE: &str = "Exam guide";
pub(crate) const FACT_QUESTIONS: &str = "Questions";
pub(crate) const FACT_TIME: &str = "Time";
pub(crate) const FACT_TOPICS: &str = "Topics";
pub(crate) const FACT_SEED: &str = "Seed";

// Sitting.
pub(crate) const PREVIOUS: &str = "Previous";
pub(crate) const NEXT: &str = "Next";
pub(crate) const FLAG: &str = "Flag";
pub(crate) const FLAGGED: &str = "Flagged";
pub(crate) const TO_REVIEW: &str = "Review";
pub(crate) const NAVIGATOR: &str = "All questions";
pub(crate) const STEPS_LABEL: &str = "Steps";
pub(crate) const KEYS_TITLE: &str = "Keys";
/// The keys, as they are named on the keyboard, and what they do.
pub(crate) const KEYS: [(&str, &str); 5] = [
    ("1 … 6", "Choose that option, or unselect it where several are wanted"),
    ("n", "Next question"),
    ("p", "Previous question"),
    ("f", "Flag the question, or take the flag down"),
    ("r", "Review before handing in"),
];
pub(crate) const TIME_LEFT: &str = "Time left";
pub(crate) const NO_LIMIT: &str = "No time limit";
pub(crate) const SAVED: &str = "Saved";
pub(crate) const SAVING: &str = "Saving";
pub(crate) const SAVED_LOOSELY: &str = "Saved, but a crash could lose it";
pub(crate) const NOT_SAVED: &str = "Not saved";
pub(crate) const COPY_ANSWERS: &str = "Copy my answers";
pub(crate) const ELSEWHERE: &str =
    "This exam is open in another tab. Here it is only shown; answer there, or take it over.";
pub(crate) const TAKE_OVER: &str = "Take over here";
pub(crate) const GO_ON_UNTIMED: &str = "Go on without a clock";
pub(crate) const RAN_OUT_UNATTENDED: &str = "Time ran out while you were away, or the clock of this device was set forward. This result stays as it is.";
pub(crate) const NO_SITTING_TITLE: &str = "No exam is running";
pub(crate) const SEE_RESULT: &str = "See your last result";

/// A question in the navigator, in words.
pub(crate) fn cell(ordinal: u32, state: &str, flagged: bool) -> String {
    let flag = if flagged { ", flagged" } else { "" };
    format!("Question {ordinal}, {state}{flag}")
}
pub(crate) const STATE_ANSWERED: &str = "answered";
pub(crate) const STATE_HALF: &str = "half answered";
pub(crate) const STATE_OPENED: &str = "not answered";
pub(crate) const STATE_NEW: &str = "not seen";

// Review.
pub(crate) const REVIEW_TITLE: &str = "Review before handing in";
pub(crate) const REVIEW_LEAD: &str =
    "You can go back to any question. Unanswered questions count as wrong; a guess costs nothing.";
pub(crate) const COUNT_ANSWERED: &str = "answered";
pub(crate) const COUNT_HALF: &str = "half answered";
pub(crate) const COUNT_UNANSWERED: &str = "not answered";
pub(crate) const COUNT_FLAGGED: &str = "flagged";
pub(crate) const BACK_TO_EXAM: &str = "Back to the questions";
pub(crate) const LEAVE: &str = "Leave, the exam goes on";
pub(crate) const HAND_IN: &str = "Hand in";
pub(crate) const HAND_IN_TITLE: &str = "Hand in your exam?";
pub(crate) const HAND_IN_YES: &str = "Yes, hand in";

/// What is still open when the paper is handed in.
pub(crate) fn hand_in_text(unanswered: u32, half: u32) -> String {
    match (unanswered, half) {
        (0, 0) => "All questions are answered.".to_owned(),
        (1, 0) => "1 question has no answer. It will count as wrong.".to_owned(),
        (open, 0) => format!("{open} questions have no answer. They will count as wrong."),
        (0, half) => format!("{half} with too few options chosen will count as wrong."),
        (open, half) => {
            format!("{open} without an answer and {half} with too few options chosen will count as wrong.")
        }
    }
}

// Result.
pub(crate) const RESULT_TITLE: &str = "Result";
pub(crate) const NO_ATTEMPT: &str = "This result is not on this device. It may have been erased, or it belongs to another browser. A backup file brings it here.";
pub(crate) const BAND_TITLE: &str = "On the exam's scale";
pub(crate) const BAND_CAVEAT: &str = "Illustrative. AWS does not publish the raw score that passes and equates every form, so a practice score is a range. It says how this paper went, not how the exam will go.";
pub(crate) const DOMAINS_TITLE: &str = "By domain";
pub(crate) const DOMAIN: &str = "Domain";
pub(crate) const RIGHT: &str = "Right";
pub(crate) const WRONG: &str = "Wrong";
pub(crate) const UNANSWERED: &str = "Not answered";
pub(crate) const SHARE_RIGHT: &str = "Share";
pub(crate) const ITEMS_TITLE: &str = "Question by question";
pub(crate) const FILTER_LABEL: &str = "Show";
pub(crate) const FILTER_ALL: &str = "All";
pub(crate) const FILTER_WRONG: &str = "Wrong";
pub(crate) const FILTER_FLAGGED: &str = "Flagged";
pub(crate) const OPEN_ALL: &str = "Open all reasons";
pub(crate) const FILTER_NONE: &str = "No question here.";
pub(crate) const YOUR_ANSWER: &str = "Your answer";
pub(crate) const KEY: &str = "Right answer";
pub(crate) const TAKEAWAY: &str = "Remember";
pub(crate) const REFERENCES: &str = "Read more";
pub(crate) const CHANGED: &str = "What changed";
pub(crate) const NOT_COUNTED: &str = "does not count";
pub(crate) const EXPIRED: &str = "Time ran out. ";
pub(crate) const ANOTHER_EXAM: &str = "Another exam";
pub(crate) const REFERENCE_UNOPENED: &str = "(page not re-read at the last check)";

/// The calm sentence at the top.
pub(crate) fn result_sentence(standing: invigil_engine::grade::Standing) -> &'static str {
    use invigil_engine::grade::Standing;
    match standing {
        Standing::Above => "This paper went well: it is above the pass mark, however the cut may lie.",
        Standing::Near => "This paper was close: whether it passes depends on where the cut lies.",
        Standing::Below => "This paper was below the pass mark. The reasons below are the quickest way up.",
    }
}

/// For a short paper, which says little.
pub(crate) const RESULT_SHORT: &str =
    "A short paper says little about the exam; its reasons say much about the questions.";

/// "33 of 50 that count".
pub(crate) fn scored_right(right: u32, total: u32) -> String {
    format!("{right} of {total} right")
}

/// With the questions that do not count.
pub(crate) fn all_right(right: u32, total: u32, unscored: u32) -> String {
    format!("{right} of {total} with the {unscored} that do not count")
}

/// Time used, and how much there was.
pub(crate) fn time_used(used: DurationMs, limit: Option<Minutes>) -> String {
    let of = if limit.is_some() { " of " } else { ", " };
    format!("{}{of}{}", duration(used), minutes(limit))
}

/// What was, is, and since when.
pub(crate) fn since(since: &str) -> String {
    format!("since {since}")
}
pub(crate) const WAS: &str = "Was:";
pub(crate) const IS: &str = "Is:";

/// When a question was last held against its source.
pub(crate) fn verified(day: &str, source: &str) -> String {
    format!("Checked {day}: {source}.")
}

/// A question's place in the bank, for objections.
pub(crate) fn number(number: u32, revision: u16) -> String {
    format!("Question no. {number}, revision {revision}.")
}

// Graded again.
pub(crate) const KEY_CORRECTED: &str = "key corrected";
pub(crate) const KEY_UNTIL_THEN: &str = "Right answer until then";
pub(crate) const KEY_CORRECTED_WHY: &str =
    "The bank has corrected the key of this question since you sat it, so it was graded again.";

/// What a corrected key did to a result.
pub(crate) fn graded_again(before: u32, now: u32) -> String {
    format!("Graded again since, with corrected keys: {before} on that day, now {now}.")
}

/// The first grade of a result in the list.
pub(crate) fn first_grade(before: u32) -> String {
    format!("{before} before a key was corrected")
}

// Objections.
pub(crate) const OBJECTION_TITLE: &str = "I think this is wrong";
pub(crate) const OBJECTION_WHY: &str = "What is wrong, and how do you know?";
pub(crate) const OBJECTION_HINT: &str =
    "The question is left out of your exams from now on. Your words stay on this device until you send them.";
pub(crate) const OBJECT: &str = "Object";
pub(crate) const OBJECTION_LEFT_OUT: &str = "It is left out of the exams that you draw. Send this report to who keeps the bank, so that it is right for everyone:";
pub(crate) const OBJECTION_LIFT: &str = "Lift the objection";
pub(crate) const OBJECTIONS_TITLE: &str = "Your objections";
pub(crate) const OBJECTIONS_LEAD: &str = "These questions are left out of the exams that you draw.";
pub(crate) const REPORT_LABEL: &str = "Report";
pub(crate) const REPORT_COPY: &str = "Copy the report";
pub(crate) const REPORT_SEND: &str = "Report it";

/// What is objected to, and since when.
pub(crate) fn objected(number: u32, day: &str) -> String {
    format!("You objected to question no. {number} on {day}.")
}

/// The title of a report.
pub(crate) fn report_title(number: u32) -> String {
    format!("Question {number} may be wrong")
}

/// The report of an objection: the question, the options chosen and the key, and the learner's reason.
pub(crate) fn report(
    (number, revision, fingerprint): (u32, u16, &str),
    (chosen, key): (&str, &str),
    reason: &str,
) -> String {
    let chosen = if chosen.is_empty() { "none" } else { chosen };
    format!(
        "Question {number}, revision {revision}, bank {fingerprint}\nChosen: {chosen}\nKey: {key}\nWhy it may be wrong: {reason}"
    )
}

/// The address that opens a prefilled issue.
pub(crate) fn issue_address(issues: &str, title: &str, body: &str, encoded: fn(&str) -> String) -> String {
    format!("{issues}?title={}&body={}", encoded(title), encoded(body))
}

// History.
pub(crate) const HISTORY_TITLE: &str = "Results";
pub(crate) const HISTORY_EMPTY: &str = "No results yet. Finish an exam, and it stands here.";

// Settings.
pub(crate) const SETTINGS_TITLE: &str = "Settings";
pub(crate) const THEME: &str = "Appearance";
pub(crate) const THEME_AUTO: &str = "As the device";
pub(crate) const THEME_LIGHT: &str = "Light";
pub(crate) const THEME_DARK: &str = "Dark";
pub(crate) const EXAM_DAY: &str = "Day of your exam";
pub(crate) const GUIDE_BY_DAY: &str = "By the day of the exam";
pub(crate) const KEYS_OFF: &str = "Turn single keys off";
pub(crate) const BACKUP_TITLE: &str = "Backup";
pub(crate) const BACKUP_LEAD: &str = "Results live in this browser only, and browsers may clear what they store. A backup is one file with everything: results, running exam, settings. Restoring adds to what is here and overwrites nothing.";
pub(crate) const BACKUP_IPHONE: &str = "On an iPhone or iPad, an app on the Home Screen may not share what Safari stores. Make a backup before you add it, and restore it there.";
pub(crate) const BACKUP_MAKE: &str = "Make a backup";
pub(crate) const CHECK_STORED: &str = "Check what is stored";
pub(crate) const BACKUP_RESTORE: &str = "Restore from a backup";
pub(crate) const BACKUP_NEVER: &str = "No backup was made on this device yet.";
pub(crate) const ERASE_TITLE: &str = "Erase";
pub(crate) const ERASE_LEAD: &str = "Erases all results, the running exam and the settings on this device. There is no way back but a backup.";
pub(crate) const ERASE: &str = "Erase everything";
pub(crate) const ERASE_ASK: &str = "Erase everything?";
pub(crate) const ERASE_YES: &str = "Yes, erase everything";

/// When a backup was last made.
pub(crate) fn backup_last(day: &str) -> String {
    format!("Last backup: {day}")
}

// About.
pub(crate) const ABOUT_TITLE: &str = "About Invigil";
pub(crate) const ABOUT_WHAT: &str = "Invigil is an exam room in your browser: timed practice exams, drawn at random to the weights of the exam guide, with a reason for every option. It is a set of static files with no server behind it.";
pub(crate) const ABOUT_PRIVACY_TITLE: &str = "Nothing leaves this device";
pub(crate) const ABOUT_PRIVACY: &str = "There are no accounts, cookies or statistics, and the page talks to no other site. What you do is stored in this browser only. An exam link holds the choices of an exam, never your answers.";
pub(crate) const ABOUT_TRADEMARK_TITLE: &str = "Not affiliated with AWS";
pub(crate) const ABOUT_TRADEMARK: &str = "Invigil is independent. It is not affiliated with, endorsed or sponsored by Amazon Web Services. AWS, Amazon Web Services and the names of its services and certifications are trademarks of Amazon.com, Inc. or its affiliates, used here only to say what is practised. The questions are the project's own; none is taken from the exam or from another bank.";
pub(crate) const ABOUT_REVIEW: &str = "Each question names the facts it rests on and the page of the documentation, and was solved by a reader who had not seen the key. No certified human has reviewed the bank yet: where a question and the documentation differ, believe the documentation.";
pub(crate) const ABOUT_BANK_MORE: &str = "How good the questions are: coverage, cues and review in figures";
pub(crate) const NO_REPORT: &str = "This site has no report on its question bank, or it did not arrive.";
pub(crate) const ABOUT_BANK_TITLE: &str = "The question bank";
pub(crate) const ABOUT_OFFLINE_YES: &str =
    "This version is stored on the device and opens without a network.";
pub(crate) const ABOUT_OFFLINE_NO: &str = "This version is not stored on the device yet.";
pub(crate) const ABOUT_OFFLINE_FAILED: &str =
    "This version could not be stored on the device, so it needs a network.";
pub(crate) const ABOUT_LICENCE: &str = "The program is free under the MIT licence or the Apache License 2.0, as you choose; the question bank under CC BY-SA 4.0.";
pub(crate) const ABOUT_THIRD_PARTY: &str = "Licences of the libraries used";
pub(crate) const ABOUT_VERSION_TITLE: &str = "Version";
pub(crate) const ABOUT_VERSION: &str = concat!("Invigil ", env!("CARGO_PKG_VERSION"), ". ");

/// The bank in a line.
pub(crate) fn bank_line(title: &str, version: &str, questions: usize, topics: usize) -> String {
    format!("{title}, version {version}: {questions} questions in {topics} topics.")
}

/// Its licence and fingerprint.
pub(crate) fn bank_licence(licence: &str, fingerprint: &str) -> String {
    format!("Licence {licence}. Content {fingerprint}.")
}

// Formatted text.
pub(crate) const TABLE: &str = "Table";

/// What a piece of code is, for the ear.
pub(crate) fn code(language: &str) -> String {
    if language.is_empty() { "Code".to_owned() } else { format!("Code, {language}") }
}

// Not found.
pub(crate) const NOT_FOUND_TITLE: &str = "There is no such page";

/// What was asked for.
pub(crate) fn not_found(path: &str) -> String {
    format!("The address ends in “#/{path}”, which names no page of Invigil.")
}

/// What the mark on the scale is.
pub(crate) fn pass_mark(pass: u32, (low, high): (u32, u32)) -> String {
    format!("Pass mark {pass} on a scale of {low} to {high}.")
}

/// A band on the exam's scale.
pub(crate) fn band(low: u32, high: u32) -> String {
    format!("{low}–{high}")
}

/// "12 of 15".
pub(crate) fn of(part: u32, whole: u32) -> String {
    format!("{part} of {whole}")
}

/// A share.
pub(crate) fn percent(percent: u32) -> String {
    format!("{percent} %")
}

/// A name and how many there are.
pub(crate) fn counted(name: &str, count: usize) -> String {
    format!("{name} ({count})")
}

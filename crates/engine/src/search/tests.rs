//! Tests of the search as a learner would ask it.

use super::*;

fn page(title: &str, names: &[&str], paragraphs: &[&str]) -> SearchPage {
    let paragraph = |text: &&str| {
        let (heading, text) = text.split_once(": ").unwrap_or(("", text));
        SearchParagraph { anchor: heading.to_lowercase(), heading: heading.to_owned(), text: text.to_owned() }
    };
    SearchPage {
        title: title.to_owned(),
        names: names.iter().map(|name| (*name).to_owned()).collect(),
        paragraphs: paragraphs.iter().map(paragraph).collect(),
    }
}

fn index() -> SearchIndex {
    let synonyms =
        [vec!["dlq", "dead-letter queue"], vec!["managed login", "hosted ui"], vec!["of the", "and"]];
    let synonyms = synonyms.map(|group| group.into_iter().map(str::to_owned).collect::<Vec<_>>());
    SearchIndex::build(
        &[
            page(
                "Amazon SQS",
                &["SQS"],
                &[
                    "Queues keep messages. Consumers poll them.",
                    "Failing: A message that fails too often goes to a dead-letter queue.",
                    "Receiving: It is hidden for the visibility timeout, 30 seconds unless you change it.",
                    "Receiving: Call ReceiveMessage with long polling.",
                ],
            ),
            page(
                "AWS Lambda",
                &[],
                &["It runs for 15 minutes at most.", "Throttling: Lambda sends what fails to SQS."],
            ),
            page("Amazon Cognito", &[], &["Managed login shows pages for signing in."]),
            page("AWS Fargate", &[], &["Containers run without servers.", "A task has a task role."]),
            page("AWS X-Ray", &[], &["Traces show what took long. The target of a rule is a service."]),
            page("Queues and topics", &["SQS", "SNS"], &["Which one keeps a message?"]),
            page("Empty", &[], &[]),
        ],
        &synonyms,
    )
}

/// The pages that are found, best first, by the first word of each that says something; only as many as are expected.
#[track_caller]
fn check(query: &str, expected: &str) {
    let names = ["sqs", "lambda", "cognito", "fargate", "x-ray", "queues", "empty"];
    let found = index().find(query, expected.split_whitespace().count().max(1));
    let found: Vec<_> = found.iter().map(|hit| names[usize::from(hit.page)]).collect();
    assert_eq!(found.join(" "), expected, "{query}");
}

#[test]
fn pages_are_found_by_their_words() {
    check("visibility timeout", "sqs");
    check("15 minutes", "lambda");
    check("30 s", "sqs");
    check("15 min", "lambda");
    check("traces", "x-ray");
    check("what is the lambda?", "lambda");
    check("nothingofthiskind", "");
    check("", "");
    check("what is the", "");
    check("empty", "empty");
}

#[test]
fn a_title_goes_before_a_mention_and_more_words_before_fewer() {
    check("lambda", "lambda");
    check("sqs", "sqs");
    check("sqs vs sns", "queues sqs");
    check("sqs fails", "sqs lambda");
    check("receiving", "sqs");
    check("task queue role", "fargate");
}

#[test]
fn endings_do_not_matter() {
    check("throttled", "lambda");
    check("trace", "x-ray");
    check("container roles", "fargate");
}

#[test]
fn mistyped_words_are_found() {
    check("visibilty", "sqs");
    check("lamdba", "lambda");
    check("farget", "fargate");
    check("cognto", "cognito");
    check("visbility timoeut", "sqs");
    check("traec", "x-ray");
    // Three letters have too many neighbours.
    check("sqd", "");
}

#[test]
fn begun_words_are_found() {
    check("cogn", "cognito");
    check("visibility time", "sqs");
    check("contain", "fargate");
    check("throt lamb", "lambda");
    check("cog", "cognito");
    // No word follows a full stop.
    check("co?", "");
}

#[test]
fn names_and_hyphens_are_found_by_parts_and_whole() {
    check("ReceiveMessage", "sqs");
    check("receivemess", "sqs");
    check("receive", "sqs");
    check("xray", "x-ray");
    check("x ray", "x-ray");
    check("x-ray", "x-ray");
    check("TaskRole", "fargate");
    check("taskroles", "fargate");
    check("visibilitytimeout", "sqs");
    check("dead letter", "sqs");
    check("deadletter", "sqs");
}

#[test]
fn synonyms_are_found() {
    check("dlq", "sqs");
    check("hosted ui", "cognito");
    check("the hosted-ui pages", "cognito");
    check("managed login", "cognito");
}

/// The best paragraph, with what was looked for in brackets.
#[track_caller]
fn check_snippet(query: &str, expected: &str) {
    let found = index().find(query, 1);
    let hit = found.first().unwrap();
    let marked = |(text, marked): &(String, bool)| if *marked { format!("[{text}]") } else { text.clone() };
    assert_eq!(format!("{}: {}", hit.anchor, hit.snippet.iter().map(marked).collect::<String>()), expected);
}

#[test]
fn the_best_paragraph_is_shown_with_its_words_marked() {
    check_snippet("long poll", "receiving: Call ReceiveMessage with [long] [polling].");
    check_snippet("receive message", "receiving: Call [ReceiveMessage] with long polling.");
    check_snippet("receivemessage", "receiving: Call [ReceiveMessage] with long polling.");
    check_snippet("dlq", "failing: A message that fails too often goes to a [dead]-[letter] [queue].");
    check_snippet("deadletter", "failing: A message that fails too often goes to a [dead-letter] queue.");
    check_snippet("cognito", ": Managed login shows pages for signing in.");
    check_snippet("empty", ": ");
    check_snippet("trase", ": [Traces] show what took long. The target of a rule is a service.");
}

#[test]
fn a_long_paragraph_is_cut_at_words() {
    let text =
        format!("{}the needle and the größte pin {}", "word größe ".repeat(30), "more words ".repeat(30));
    for (query, expected) in [("needle pin", 2), ("pin", 1), ("page", 0), ("more", 7)] {
        let index = SearchIndex::build(&[page("Page", &[], &[&text])], &[]);
        let snippet = index.find(query, 1).remove(0).snippet;
        let whole: String = snippet.iter().map(|(text, _)| text.as_str()).collect();
        let inner = whole.trim_start_matches("\u{2026} ").trim_end_matches(" \u{2026}");
        assert!((140..=190).contains(&inner.len()), "{query}: {whole}");
        assert!(format!(" {} ", text.trim()).contains(&format!(" {} ", inner.trim())), "{query}: {whole}");
        assert!(snippet.iter().filter(|piece| piece.1).count() >= expected, "{query}: {snippet:?}");
    }
}

#[test]
fn it_is_the_same_from_its_bytes() {
    assert_eq!(SearchIndex::from_bytes(&index().to_bytes()), Some(index()));
    assert_eq!(SearchIndex::from_bytes(&[]), None);
}

#[test]
fn a_query_is_read_up_to_its_bounds() {
    let many = |filler: &str, count| format!("{}lambda", filler.repeat(count));
    check(&many("zzz ", 11), "lambda");
    check(&many("zzz ", 12), "");
    check(&many("? ", 97), "lambda");
    check(&many("? ", 100), "");
    check(&"ü".repeat(10_000), "");
    assert_eq!(index().find("sqs", 0), []);
}

#[track_caller]
fn check_questions(query: &str, seen: &[u32], expected: &[u32]) {
    let questions = [
        (40, "A queue has messages that fail. Which queue gets them?"),
        (7, "A Lambda function reads a queue."),
        (1_000, "A function is throttled by Lambda."),
        (7, "Or an event source mapping."),
    ];
    let index = QuestionIndex::build(&questions.map(|(number, text)| (number, text.to_owned())));
    assert_eq!(index.find(query, seen, 12), expected, "{query}");
    assert_eq!(QuestionIndex::from_bytes(&index.to_bytes()), Some(index));
}

#[test]
fn questions_are_found_among_those_seen() {
    let all = [7, 40, 1_000];
    check_questions("queue", &all, &[7, 40]);
    check_questions("throttling lambda", &all, &[1_000]);
    check_questions("mapping", &all, &[7]);
    check_questions("lambda queue", &all, &[7]);
    check_questions("lamdba", &all, &[7, 1_000]);
    check_questions("funct", &all, &[7, 1_000]);
    check_questions("queue", &[1_000, 40, 5], &[40]);
    check_questions("queue", &[], &[]);
    check_questions("", &all, &[]);
    check_questions("nothing", &all, &[]);
}

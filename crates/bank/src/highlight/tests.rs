//! Tests of highlighting: tokens of each language.

use super::*;
use TokenKind::{Comment, Keyword, Name, Number, Plain, Text};

/// The tokens that are not plain, in order; all tokens joined are the code.
#[track_caller]
fn check(language: &str, code: &str, expected: &[(TokenKind, &str)]) {
    let tokens = tokens(language, code).unwrap();
    let joined: String = tokens.iter().map(|token| token.text.as_str()).collect();
    assert_eq!(joined, code);
    let marked: Vec<(TokenKind, &str)> = tokens
        .iter()
        .filter(|token| token.kind != Plain)
        .map(|token| (token.kind, token.text.as_str()))
        .collect();
    assert_eq!(marked, expected, "{code}");
}

#[test]
fn json_keys_are_names() {
    check(
        "json",
        "{\"Effect\" : \"Allow\", \"n\": -1.5e3, \"on\": true}",
        &[
            (Name, "\"Effect\""),
            (Text, "\"Allow\""),
            (Name, "\"n\""),
            (Number, "-1.5e3"),
            (Name, "\"on\""),
            (Keyword, "true"),
        ],
    );
    check("json", "\"a \\\" b\": 1", &[(Name, "\"a \\\" b\""), (Number, "1")]);
}

#[test]
fn yaml_knows_keys_tags_and_comments() {
    check(
        "yaml",
        "Type: AWS::S3::Bucket # one\nCount: 3\n- !Ref Queue\nOn: true\nSay: 'a: b'",
        &[
            (Name, "Type"),
            (Comment, "# one"),
            (Name, "Count"),
            (Number, "3"),
            (Keyword, "!Ref"),
            (Name, "On"),
            (Keyword, "true"),
            (Name, "Say"),
            (Text, "'a: b'"),
        ],
    );
    check("yaml", "- aws s3 cp a#b s3://x/y", &[]);
    check("yaml", "hooks:\n  - Before: \"x\"", &[(Name, "hooks"), (Name, "Before"), (Text, "\"x\"")]);
    check(
        "yaml",
        "a: {b: 1, c: [2, x]}",
        &[(Name, "a"), (Name, "b"), (Number, "1"), (Name, "c"), (Number, "2")],
    );
}

#[test]
fn python_knows_words_strings_and_what_is_defined() {
    check(
        "python",
        "def handler(event):  # entry\n    return f\"a{1}\" if x1 else 'b\\'c'",
        &[
            (Keyword, "def"),
            (Name, "handler"),
            (Comment, "# entry"),
            (Keyword, "return"),
            (Text, "f\"a{1}\""),
            (Keyword, "if"),
            (Keyword, "else"),
            (Text, "'b\\'c'"),
        ],
    );
    check("python", "x = \"\"\"a\n\"b\" \"\"\" + 10", &[(Text, "\"\"\"a\n\"b\" \"\"\""), (Number, "10")]);
    check("python", "@app.route\ny = 1", &[(Name, "@app.route"), (Number, "1")]);
}

#[test]
fn the_shell_knows_variables_and_options() {
    check(
        "bash",
        "for f in $FILES; do aws s3 ls \"$f\" --recursive; done # all",
        &[
            (Keyword, "for"),
            (Keyword, "in"),
            (Name, "$FILES"),
            (Keyword, "do"),
            (Text, "\"$f\""),
            (Name, "--recursive"),
            (Keyword, "done"),
            (Comment, "# all"),
        ],
    );
    check("bash", "A=1 echo ${A} \\\"x", &[(Name, "A"), (Name, "${A}")]);
}

#[test]
fn text_is_plain_and_other_languages_are_refused() {
    check("text", "ERROR 500: \"x\"", &[]);
    assert_eq!(tokens("rust", "fn x() {}"), None);
}

#[test]
fn no_code_is_ever_lost() {
    let pieces =
        ["\"", "'", "\\", "#", "é", "日本", "\n", "a:", " - ", "${", "1e", "!", "\"\"\"", "-", "x", "@"];
    for language in LANGUAGES {
        for one in pieces {
            for two in pieces {
                for three in pieces {
                    let code = format!("{one}{two}{three}");
                    let joined: String =
                        tokens(language, &code).unwrap().iter().map(|token| token.text.as_str()).collect();
                    assert_eq!(joined, code, "{language}");
                }
            }
        }
    }
}

//! The address: the folder of this copy, the fragment, and the link of a route.

use crate::browser::address::{fragment, go, of, scope};
use crate::testing::{At, turn};
use invigil_engine::route::Route;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn the_folder_is_the_path_without_its_file() {
    #[track_caller]
    fn check(path: &str, folder: &str) {
        let _at = At::path(path);
        assert_eq!(scope(), folder, "{path}");
    }
    check("/", "/");
    check("/index.html", "/");
    check("/a/b/index.html", "/a/b/");
    check("/a/b/", "/a/b/");
    check("/a/b", "/a/");
    check("/a/b/?x=/y/#/setup/z", "/a/b/");
    check("/a/index.html#/exam?bank=a/b", "/a/");
    check("/a%20b/c", "/a%20b/");
}

#[wasm_bindgen_test]
async fn a_route_is_gone_to_and_linked_within_the_page_as_it_is() {
    let _at = At::path("/a/index.html?x=1#/setup");
    assert_eq!(fragment(), "#/setup");
    let location = web_sys::window().unwrap().location();
    let origin = location.origin().unwrap();
    for replace in [true, false] {
        for route in [Route::About, Route::Settings, Route::Home, Route::NotFound("nowhere".to_owned())] {
            let before = location.hash().unwrap();
            go(&route, replace);
            assert_eq!(fragment(), route.to_string(), "known at once");
            assert_eq!(location.hash().unwrap(), before, "and the browser is sent there later");
            assert_eq!(of(&Route::History), format!("{origin}/a/index.html?x=1{}", Route::History));
            turn().await;
            assert_eq!(location.hash().unwrap(), route.to_string(), "told to the browser");
            assert_eq!(fragment(), route.to_string());
            assert_eq!(Route::parse(&fragment()), route);
            assert_eq!(scope(), "/a/", "the document stays");
        }
    }
}

#[wasm_bindgen_test]
async fn going_without_replacing_can_be_taken_back() {
    let _at = At::path("/a/");
    let history = web_sys::window().unwrap().history().unwrap();
    let before = history.length().unwrap();
    go(&Route::About, true);
    turn().await;
    assert_eq!(history.length().unwrap(), before, "a replaced address adds no step");
    go(&Route::Settings, false);
    turn().await;
    assert_eq!(history.length().unwrap(), before + 1);
}

#[wasm_bindgen_test]
async fn who_goes_elsewhere_before_the_browser_is_sent_stays_there() {
    let location = web_sys::window().unwrap().location();
    for replace in [true, false] {
        let _at = At::path("/a/#/setup");
        go(&Route::About, replace);
        location.set_hash("#/history").unwrap();
        assert_eq!(fragment(), "#/history", "{replace}");
        turn().await;
        assert_eq!(fragment(), "#/history", "{replace}");
        go(&Route::About, replace);
        location.set_hash("#/keys").unwrap();
        go(&Route::Settings, replace);
        assert_eq!(fragment(), Route::Settings.to_string(), "{replace}");
        turn().await;
        assert_eq!(location.hash().unwrap(), Route::Settings.to_string(), "{replace}");
    }
}

#[wasm_bindgen_test]
fn what_the_browser_writes_in_its_own_way_is_written_at_once() {
    let _at = At::path("/a/");
    for text in ["\"a\"", "<a>", "`a`", "a b", "é"] {
        go(&Route::NotFound(text.to_owned()), true);
        assert_eq!(fragment(), web_sys::window().unwrap().location().hash().unwrap(), "{text}");
    }
}

#[wasm_bindgen_test]
async fn two_routes_before_the_browser_is_told_are_the_steps_that_they_would_be_one_by_one() {
    let history = web_sys::window().unwrap().history().unwrap();
    for (first, second) in [(false, false), (false, true), (true, false), (true, true)] {
        let _at = At::path("/a/");
        let before = history.length().unwrap();
        go(&Route::About, first);
        go(&Route::Settings, second);
        assert_eq!(fragment(), Route::Settings.to_string());
        turn().await;
        assert_eq!(fragment(), Route::Settings.to_string(), "the later one stands: {first}, {second}");
        let steps = u32::from(!first) + u32::from(!second);
        assert_eq!(history.length().unwrap() - before, steps, "{first}, {second}");
    }
}

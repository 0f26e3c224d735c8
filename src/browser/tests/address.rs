//! The address: the folder of this copy, the fragment, and the link of a route.

use crate::browser::address::{fragment, go, of, scope};
use crate::testing::At;
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
fn a_route_is_gone_to_and_linked_within_the_page_as_it_is() {
    let _at = At::path("/a/index.html?x=1#/setup");
    assert_eq!(fragment(), "#/setup");
    let origin = web_sys::window().unwrap().location().origin().unwrap();
    for replace in [true, false] {
        for route in [Route::About, Route::Settings, Route::Home, Route::NotFound("nowhere".to_owned())] {
            go(&route, replace);
            assert_eq!(fragment(), route.to_string());
            assert_eq!(Route::parse(&fragment()), route);
            assert_eq!(of(&Route::History), format!("{origin}/a/index.html?x=1{}", Route::History));
            assert_eq!(scope(), "/a/", "the document stays");
        }
    }
}

#[wasm_bindgen_test]
fn going_without_replacing_can_be_taken_back() {
    let _at = At::path("/a/");
    let history = web_sys::window().unwrap().history().unwrap();
    let before = history.length().unwrap();
    go(&Route::About, true);
    assert_eq!(history.length().unwrap(), before, "a replaced address adds no step");
    go(&Route::Settings, false);
    assert_eq!(history.length().unwrap(), before + 1);
}

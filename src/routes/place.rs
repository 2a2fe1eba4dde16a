//! Where somebody is, and going elsewhere. Of the browser's history it knows what `browser::address` tells.

use std::cell::RefCell;

use yew::prelude::*;

use super::Route;
use super::percent::decoded;
use crate::platform::{address, dom};

/// Where somebody is: what the address says behind `#`, and how they came there.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Where that is.
    pub route: Route,
    /// What stands behind `?`, as it stands there.
    query: String,
    /// Whether it was opened over the place before it.
    is_over: bool,
    /// How many pixels down it was scrolled when it was left, if somebody came back to it through the history.
    pub scrolled: Option<f64>,
}

impl Place {
    /// The place at `hash`, the address from its `#` on. What is no path there is the beginning.
    #[must_use]
    pub fn at(hash: &str, is_over: bool) -> Self {
        let text = hash.strip_prefix('#').and_then(|text| text.split('#').next()).unwrap_or_default();
        let (path, query) = text.split_once('?').unwrap_or((text, ""));
        let route = path.strip_prefix('/').map_or(Route::Landing, Route::at);
        Self { route, query: query.to_owned(), is_over, scrolled: None }
    }

    /// The place that the page's address says. An address that says none is made to say the first.
    fn shown() -> Self {
        let hash = address::hash();
        if !hash.starts_with("#/") {
            address::correct(&Route::Landing.href());
        }
        Self::at(&hash, address::is_over())
    }

    /// What the address asks for under a name: nothing if it says nothing of it, or more than one thing.
    #[must_use]
    pub fn asked(&self, name: &str) -> String {
        let fields = self.query.split('&').map(|field| field.split_once('=').unwrap_or((field, "")));
        let mut values = fields.filter(|(field, _)| *field == name).map(|(_, value)| value);
        match (values.next(), values.next()) {
            (Some(value), None) => decoded(&value.replace('+', " ")),
            _ => String::new(),
        }
    }

    /// Closes what is open here: goes back if it was opened over the place before, and shows what lies `below` otherwise.
    pub fn close(&self, below: &str) {
        if self.is_over {
            address::back();
        } else {
            address::replace(below);
        }
    }
}

/// Goes to an address, as a link does.
pub fn go(address: &str) {
    address::push(address, false);
}

/// Opens something that has an address over what is shown: [`Place::close`] leads back.
pub fn open(address: &str) {
    address::push(address, true);
}

/// Shows an address instead of the one that is shown.
pub fn replace(address: &str) {
    address::replace(address);
}

/// How far down the addresses were scrolled that somebody has left.
struct Left {
    /// The address that is shown.
    shown: String,
    /// Those that were shown before, each once, and how many pixels down.
    scrolled: Vec<(String, f64)>,
}

impl Left {
    /// From the address that is shown, which is so many pixels down, to another one: how far down that was, if it was shown.
    fn goes_to(&mut self, next: String, pixels: f64) -> Option<f64> {
        let before = std::mem::replace(&mut self.shown, next);
        self.scrolled.retain(|(address, _)| *address != before);
        self.scrolled.push((before, pixels));
        self.scrolled.iter().find(|(address, _)| *address == self.shown).map(|(_, pixels)| *pixels)
    }
}

/// Where somebody is, and from then on where they go.
#[hook]
pub fn use_place() -> Place {
    let place = use_state_eq(Place::shown);
    use_effect_with((), {
        let place = place.setter();
        move |()| {
            let left = RefCell::new(Left { shown: address::hash(), scrolled: Vec::new() });
            let follow = Callback::from(move |came_back| {
                let scrolled = left.borrow_mut().goes_to(address::hash(), dom::scrolled());
                place.set(Place { scrolled: scrolled.filter(|_| came_back), ..Place::shown() });
            });
            let listening = address::listen(&follow);
            // Somebody may have gone elsewhere between the rendering and this.
            follow.emit(false);
            move || drop(listening)
        }
    });
    (*place).clone()
}

#[cfg(test)]
mod tests {
    use super::Left;
    use super::Place;
    use crate::routes::Route;

    #[track_caller]
    fn check(hash: &str, route: Route) {
        assert_eq!(Place::at(hash, false).route, route, "{hash}");
    }

    #[test]
    fn each_address_was_as_far_down_as_it_was_left_last() {
        let mut left = Left { shown: "a".to_owned(), scrolled: Vec::new() };
        let mut check = |next: &str, pixels: f64, before: Option<f64>| {
            assert_eq!(left.goes_to(next.to_owned(), pixels), before, "{next}");
        };
        check("b", 10.0, None);
        check("a", 20.0, Some(10.0));
        check("b", 0.0, Some(20.0));
        check("a", 30.0, Some(0.0));
        check("a", 40.0, Some(40.0));
    }

    #[test]
    fn a_hash_is_a_path_and_what_it_asks_for() {
        check("#/about", Route::About);
        check("#/about?x=/people", Route::About);
        check("#/about#/people?x", Route::About);
        check("#/?filter=/about", Route::Landing);
        check("#/people/?show=teams", Route::People);
    }

    #[test]
    fn a_hash_that_is_no_path_is_the_beginning() {
        for hash in ["", "#", "#main", "#registry/x", "#//", "#//evil.example/", "#/\\x", "#?x", "#!/x", "#/", "#/?"] {
            check(hash, Route::Landing);
        }
    }

    #[test]
    fn what_is_asked_for_is_read_by_its_name() {
        for (hash, value) in [
            ("#/?find=mina", "mina"),
            ("#/?show=teams&find=%ED%95%9C+a%2Bb", "한 a+b"),
            ("#/?find=a=b", "a=b"),
            ("#/?find=x?y#z", "x?y"),
            ("#/?&&=&find=x&", "x"),
            ("#/", ""),
            ("#/?find", ""),
            ("#/?finder=x", ""),
            ("#/?find=x&find=y", ""),
            ("#/?find=%E0", "\u{fffd}"),
        ] {
            assert_eq!(Place::at(hash, false).asked("find"), value, "{hash}");
        }
    }

    #[test]
    fn what_is_asked_for_comes_back() {
        for value in ["a b+c%20&d=e#f?g/h", "한글 🚀", "\u{0}\n", "~*'()!", "%", "%zz"] {
            let place = Place::at(&Route::People.asking(&[("show", "teams"), ("find", value), ("open", "")]), false);
            assert_eq!((place.route.clone(), place.asked("find")), (Route::People, value.to_owned()));
            assert_eq!((place.asked("show"), place.query.contains("open")), ("teams".to_owned(), false));
        }
    }
}

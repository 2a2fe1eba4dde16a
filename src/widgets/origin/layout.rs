//! Where the boxes and lines of a picture lie: three columns, in each one box below the other, in the order in which they
//! come up. Pure; it knows texts and numbers.

use domain::Role;

/// As many boxes as are drawn: more would be a thicket.
const MOST: usize = 40;

/// How wide a picture is, in units of its own.
pub const WIDTH: usize = 720;

/// How wide a box is.
pub const BOX: usize = 190;

const COLUMNS: usize = 3;

const LEAST: usize = 28;

/// The room that each line has at the box that it ends in.
const PORT: usize = 20;

const GAP: usize = 10;

/// One end of a way, or what it leads through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// What tells it apart from others in its column.
    pub key: String,
    /// What it is called.
    pub text: String,
}

/// How a role comes to somebody: from whom, through what, in which registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The three, from left to right.
    pub stops: [Stop; COLUMNS],
    /// The role.
    pub role: Role,
}

/// A box.
#[derive(Debug, PartialEq, Eq)]
pub struct Node {
    /// What stands in it.
    pub stop: Stop,
    column: usize,
    /// The roles that lines end with in it: each from which box.
    pub ports: Vec<(usize, Role)>,
    /// Its upper edge.
    pub y: usize,
}

/// A line from the first two columns to the next: from which box, to which.
pub type Line = (usize, usize);

/// A picture.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// The boxes.
    pub nodes: Vec<Node>,
    /// The lines between the first column and the second. Those to the third end in ports.
    pub lines: Vec<Line>,
    /// How high it is.
    pub height: usize,
    /// So many of the ways are in it, from the first on.
    pub drawn: usize,
}

impl Node {
    /// Its left edge.
    pub fn x(&self) -> usize {
        self.column * (WIDTH - BOX) / (COLUMNS - 1)
    }

    /// How high it is.
    pub fn height(&self) -> usize {
        LEAST.max(self.ports.len() * PORT + LEAST - PORT)
    }

    /// The middle.
    pub fn middle(&self) -> usize {
        self.y + self.height() / 2
    }

    /// Where the line of a port ends.
    pub fn port(&self, nth: usize) -> usize {
        self.middle() + nth * PORT + PORT / 2 - self.ports.len() * PORT / 2
    }
}

/// The picture of these ways.
pub fn picture(ways: &[Way]) -> Picture {
    let mut picture = Picture::default();
    for way in ways {
        let is_new = |(column, stop): (usize, &Stop)| picture.find(column, stop).is_none();
        let new = way.stops.iter().enumerate().filter(|it| is_new(*it)).count();
        if picture.nodes.len() + new > MOST {
            break;
        }
        picture.drawn += 1;
        let [from, through, to] = [0, 1, 2].map(|column| picture.node(column, way.stops.get(column)));
        if !picture.lines.contains(&(from, through)) {
            picture.lines.push((from, through));
        }
        if let Some(node) = picture.nodes.get_mut(to).filter(|node| !node.ports.contains(&(through, way.role))) {
            node.ports.push((through, way.role));
        }
    }
    let heights = [0, 1, 2].map(|column| picture.nodes.iter().filter(|node| node.column == column).map(step).sum());
    picture.height = heights.into_iter().max().unwrap_or_default();
    for (column, height) in heights.into_iter().enumerate() {
        let mut y = (picture.height - height) / 2 + GAP / 2;
        for node in picture.nodes.iter_mut().filter(|node| node.column == column) {
            node.y = y;
            y += step(node);
        }
    }
    picture
}

/// The room that a box takes in its column.
fn step(node: &Node) -> usize {
    node.height() + GAP
}

impl Picture {
    fn find(&self, column: usize, stop: &Stop) -> Option<usize> {
        self.nodes.iter().position(|node| node.column == column && node.stop.key == stop.key)
    }

    /// The box of a stop, which is added if it is not there yet.
    fn node(&mut self, column: usize, stop: Option<&Stop>) -> usize {
        let Some(stop) = stop else { return 0 };
        self.find(column, stop).unwrap_or_else(|| {
            self.nodes.push(Node { stop: stop.clone(), column, ports: Vec::new(), y: 0 });
            self.nodes.len() - 1
        })
    }
}

/// A text as far as it fits into a box that holds so many letters; those of Korean take the room of two.
pub fn fitting(text: &str, room: usize) -> String {
    let wide = |letter: char| if letter < '\u{1100}' { 1 } else { 2 };
    if text.chars().map(wide).sum::<usize>() <= room {
        return text.to_owned();
    }
    let mut used = 1;
    let fits = |letter: &char| {
        used += wide(*letter);
        used <= room
    };
    text.chars().take_while(fits).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(from: usize, through: usize, to: usize, role: Role) -> Way {
        let stop = |name: &str, nth: usize| Stop { key: nth.to_string(), text: format!("{name} {nth}") };
        Way { stops: [stop("account", from), stop("team", through), stop("registry", to)], role }
    }

    /// Nothing lies over anything else, and all of it within the picture.
    #[track_caller]
    fn check_sound(picture: &Picture) {
        for (nth, node) in picture.nodes.iter().enumerate() {
            assert!(node.y + node.height() <= picture.height && node.x() + BOX <= WIDTH, "{node:?}");
            for other in picture.nodes.iter().skip(nth + 1).filter(|other| other.x() == node.x()) {
                let is_apart = node.y + node.height() < other.y || other.y + other.height() < node.y;
                assert!(is_apart, "{node:?} lies over {other:?}");
            }
            let ports: Vec<usize> = (0..node.ports.len()).map(|port| node.port(port)).collect();
            assert!(ports.windows(2).all(|two| two[1] - two[0] == PORT));
            assert!(ports.iter().all(|y| *y > node.y && *y < node.y + node.height()), "{node:?}: {ports:?}");
        }
        assert!(picture.nodes.len() <= MOST);
    }

    #[test]
    fn boxes_stand_in_the_order_in_which_they_come_up_and_never_over_each_other() {
        let ways = [
            way(0, 1, 0, Role::Admin),
            way(0, 0, 0, Role::Viewer),
            way(0, 1, 1, Role::Member),
            way(0, 2, 0, Role::Viewer),
            way(0, 1, 0, Role::Admin),
        ];
        let picture = picture(&ways);
        check_sound(&picture);
        let texts: Vec<_> = picture.nodes.iter().map(|node| node.stop.text.as_str()).collect();
        assert_eq!(texts, ["account 0", "team 1", "registry 0", "team 0", "registry 1", "team 2"]);
        assert_eq!(picture.lines, [(0, 1), (0, 3), (0, 5)]);
        assert_eq!(picture.nodes[2].ports, [(1, Role::Admin), (3, Role::Viewer), (5, Role::Viewer)]);
        assert_eq!(picture.drawn, ways.len());
        assert_eq!(picture, super::picture(&ways), "the same ways are the same picture");
    }

    #[test]
    fn of_many_ways_the_first_are_drawn() {
        let ways: Vec<Way> = (0..500).map(|nth| way(nth % 7, nth % 11, nth, Role::Viewer)).collect();
        let picture = picture(&ways);
        check_sound(&picture);
        assert!(picture.drawn > 20 && picture.drawn < 30, "{}", picture.drawn);
        let many: Vec<Way> = (0..5_000).map(|nth| way(nth % 5, nth % 3, nth % 4, Role::Viewer)).collect();
        let picture = super::picture(&many);
        check_sound(&picture);
        assert_eq!(picture.drawn, many.len(), "what needs no box of its own is drawn");
    }

    #[test]
    fn nothing_is_an_empty_picture() {
        assert_eq!(picture(&[]), Picture::default());
    }

    #[test]
    fn a_long_text_is_cut_and_korean_takes_twice_the_room() {
        assert_eq!(fitting("vision", 8), "vision");
        assert_eq!(fitting("visionaries", 8), "visiona…");
        assert_eq!(fitting("음성 데이터", 8), "음성 데…");
        assert_eq!(fitting("음성", 4), "음성");
    }
}

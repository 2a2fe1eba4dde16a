//! The layout of the diagram: three columns of boxes in order of appearance, and lines between them. Pure geometry.

use domain::Role;

/// The largest number of boxes, so that the diagram stays readable.
const MAX_BOXES: usize = 40;

/// The width of the diagram in SVG units.
pub const WIDTH: usize = 720;

/// The width of a box.
pub const BOX_WIDTH: usize = 190;

const COLUMNS: usize = 3;

const MIN_BOX_HEIGHT: usize = 28;

/// The height of a port, the end of a line at a box of the last column.
const PORT_HEIGHT: usize = 20;

const GAP: usize = 10;

/// A box's content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoxContent {
    /// The identity within its column.
    pub key: String,
    pub text: String,
}

/// A path by which an account gets a role: account, source and registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RolePath {
    /// From left to right.
    pub contents: [BoxContent; COLUMNS],
    pub role: Role,
}

/// A box.
#[derive(Debug, PartialEq, Eq)]
pub struct Node {
    pub content: BoxContent,
    column: usize,
    /// The ends of lines in this box, with the box that each comes from.
    pub ports: Vec<(usize, Role)>,
    /// The upper edge.
    pub y: usize,
}

/// A line between two boxes, by their indices.
pub type Line = (usize, usize);

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Diagram {
    pub nodes: Vec<Node>,
    /// The lines between the first two columns. Lines to the third column end in ports.
    pub lines: Vec<Line>,
    pub height: usize,
    /// The number of rendered paths.
    pub drawn: usize,
}

impl Node {
    /// The left edge.
    pub fn x(&self) -> usize {
        self.column * (WIDTH - BOX_WIDTH) / (COLUMNS - 1)
    }

    pub fn height(&self) -> usize {
        MIN_BOX_HEIGHT.max(self.ports.len() * PORT_HEIGHT + MIN_BOX_HEIGHT - PORT_HEIGHT)
    }

    /// The vertical middle.
    pub fn middle(&self) -> usize {
        self.y + self.height() / 2
    }

    /// The height of a port.
    pub fn port(&self, nth: usize) -> usize {
        self.middle() + nth * PORT_HEIGHT + PORT_HEIGHT / 2 - self.ports.len() * PORT_HEIGHT / 2
    }
}

pub fn layout(paths: &[RolePath]) -> Diagram {
    let mut diagram = Diagram::default();
    for path in paths {
        let is_new = |(column, content): (usize, &BoxContent)| diagram.find(column, content).is_none();
        let new = path.contents.iter().enumerate().filter(|content| is_new(*content)).count();
        if diagram.nodes.len() + new > MAX_BOXES {
            break;
        }
        diagram.drawn += 1;
        let [from, source, to] = [0, 1, 2].map(|column| diagram.node(column, path.contents.get(column)));
        if !diagram.lines.contains(&(from, source)) {
            diagram.lines.push((from, source));
        }
        if let Some(node) = diagram.nodes.get_mut(to).filter(|node| !node.ports.contains(&(source, path.role))) {
            node.ports.push((source, path.role));
        }
    }
    let heights = [0, 1, 2].map(|column| diagram.nodes.iter().filter(|node| node.column == column).map(step).sum());
    diagram.height = heights.into_iter().max().unwrap_or_default();
    for (column, height) in heights.into_iter().enumerate() {
        let mut y = (diagram.height - height) / 2 + GAP / 2;
        for node in diagram.nodes.iter_mut().filter(|node| node.column == column) {
            node.y = y;
            y += step(node);
        }
    }
    diagram
}

/// The height of a box with its gap.
fn step(node: &Node) -> usize {
    node.height() + GAP
}

impl Diagram {
    fn find(&self, column: usize, content: &BoxContent) -> Option<usize> {
        self.nodes.iter().position(|node| node.column == column && node.content.key == content.key)
    }

    /// The index of a content's box, which is added on first use.
    fn node(&mut self, column: usize, content: Option<&BoxContent>) -> usize {
        let Some(content) = content else { return 0 };
        self.find(column, content).unwrap_or_else(|| {
            self.nodes.push(Node { content: content.clone(), column, ports: Vec::new(), y: 0 });
            self.nodes.len() - 1
        })
    }
}

/// Truncates a text to the width of a box. Korean characters count twice.
pub fn truncate_to_box(text: &str, room: usize) -> String {
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

    fn path(from: usize, source: usize, to: usize, role: Role) -> RolePath {
        let content = |name: &str, nth: usize| BoxContent { key: nth.to_string(), text: format!("{name} {nth}") };
        RolePath { contents: [content("account", from), content("team", source), content("registry", to)], role }
    }

    /// No boxes overlap, and all lie within the diagram.
    #[track_caller]
    fn check_sound(diagram: &Diagram) {
        for (nth, node) in diagram.nodes.iter().enumerate() {
            assert!(node.y + node.height() <= diagram.height && node.x() + BOX_WIDTH <= WIDTH, "{node:?}");
            for other in diagram.nodes.iter().skip(nth + 1).filter(|other| other.x() == node.x()) {
                let is_apart = node.y + node.height() < other.y || other.y + other.height() < node.y;
                assert!(is_apart, "{node:?} lies over {other:?}");
            }
            let ports: Vec<usize> = (0..node.ports.len()).map(|port| node.port(port)).collect();
            assert!(ports.windows(2).all(|two| two[1] - two[0] == PORT_HEIGHT));
            assert!(ports.iter().all(|y| *y > node.y && *y < node.y + node.height()), "{node:?}: {ports:?}");
        }
        assert!(diagram.nodes.len() <= MAX_BOXES);
    }

    #[test]
    fn boxes_stand_in_the_order_in_which_they_come_up_and_never_over_each_other() {
        let paths = [
            path(0, 1, 0, Role::Admin),
            path(0, 0, 0, Role::Viewer),
            path(0, 1, 1, Role::Member),
            path(0, 2, 0, Role::Viewer),
            path(0, 1, 0, Role::Admin),
        ];
        let diagram = layout(&paths);
        check_sound(&diagram);
        let texts: Vec<_> = diagram.nodes.iter().map(|node| node.content.text.as_str()).collect();
        assert_eq!(texts, ["account 0", "team 1", "registry 0", "team 0", "registry 1", "team 2"]);
        assert_eq!(diagram.lines, [(0, 1), (0, 3), (0, 5)]);
        assert_eq!(diagram.nodes[2].ports, [(1, Role::Admin), (3, Role::Viewer), (5, Role::Viewer)]);
        assert_eq!(diagram.drawn, paths.len());
        assert_eq!(diagram, super::layout(&paths), "the same paths are the same diagram");
    }

    #[test]
    fn of_many_ways_the_first_are_drawn() {
        let paths: Vec<RolePath> = (0..500).map(|nth| path(nth % 7, nth % 11, nth, Role::Viewer)).collect();
        let diagram = layout(&paths);
        check_sound(&diagram);
        assert!(diagram.drawn > 20 && diagram.drawn < 30, "{}", diagram.drawn);
        let many: Vec<RolePath> = (0..5_000).map(|nth| path(nth % 5, nth % 3, nth % 4, Role::Viewer)).collect();
        let diagram = super::layout(&many);
        check_sound(&diagram);
        assert_eq!(diagram.drawn, many.len(), "what needs no box of its own is drawn");
    }

    #[test]
    fn nothing_is_an_empty_picture() {
        assert_eq!(layout(&[]), Diagram::default());
    }

    #[test]
    fn a_long_text_is_cut_and_korean_takes_twice_the_room() {
        assert_eq!(truncate_to_box("vision", 8), "vision");
        assert_eq!(truncate_to_box("visionaries", 8), "visiona…");
        assert_eq!(truncate_to_box("음성 데이터", 8), "음성 데…");
        assert_eq!(truncate_to_box("음성", 4), "음성");
    }
}

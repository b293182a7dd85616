/**
 * The Typst markup of the report. It holds no data: everything is read from `/report.json`, so that no text of the
 * data can become markup. Typst 0.14; A4, tagged PDF, headings numbered, table heads repeated.
 */
export const TYPST_TEMPLATE = `
#let d = json("/report.json")
#let ink = rgb("#1f2a30")
#let quiet = rgb("#5b6870")
#let line-colour = rgb("#c9d1d6")
#let accent = rgb("#0f5f6a")

#set document(title: d.title, date: none)
#set text(font: "Noto Sans SC", lang: d.lang, size: 9.5pt, fill: ink)
#set page(
  paper: "a4",
  margin: (x: 20mm, top: 24mm, bottom: 20mm),
  header: {
    set text(8pt, fill: quiet)
    grid(columns: (1fr, auto), d.header, d.reviewStatement)
    v(-5pt)
    line(length: 100%, stroke: 0.4pt + line-colour)
  },
  footer: context {
    set text(8pt, fill: quiet)
    align(center, d.pageLabel
      .replace("{pages}", str(counter(page).final().first()))
      .replace("{page}", str(counter(page).get().first())))
  },
)
#set par(leading: 0.72em, spacing: 0.9em, justify: d.lang == "zh")
#set heading(numbering: "1.1")
#show heading.where(level: 1): it => block(above: 1.8em, below: 0.9em, sticky: true, text(14pt, fill: accent, it))
#set table(stroke: none)
#set table.cell(breakable: false)
#show figure: set block(breakable: true)
#show figure.where(kind: image): set block(breakable: false)
#show figure.where(kind: table): set align(left)
#show figure.where(kind: table): set block(above: 1.3em, below: 1.2em)
#show figure.caption: it => block(
  width: 100%, sticky: true,
  align(left, text(9pt, weight: "bold", [#it.supplement #context it.counter.display() #h(0.6em) #it.body])),
)

#let hatch(kind, colour, size) = {
  let stroke = 0.55pt + colour
  if kind == "none" { none } else {
    tiling(size: (size, size), {
      if kind == "diagonal" or kind == "cross" { place(line(start: (0pt, size), end: (size, 0pt), stroke: stroke)) }
      if kind == "cross" { place(line(start: (0pt, 0pt), end: (size, size), stroke: stroke)) }
      if kind == "horizontal" { place(line(start: (0pt, size / 2), end: (size, size / 2), stroke: stroke)) }
      if kind == "dots" { place(dx: size / 2 - 0.6pt, dy: size / 2 - 0.6pt, circle(radius: 0.6pt, fill: colour)) }
    })
  }
}

#let swatch(entry) = box(width: 8mm, height: 3.1mm, {
  place(rect(width: 100%, height: 100%, fill: rgb(entry.fill).lighten(62%), stroke: none))
  let pattern = hatch(entry.hatch, rgb(entry.ink), 3.4pt)
  if pattern != none { place(rect(width: 100%, height: 100%, fill: pattern, stroke: none)) }
  place(rect(width: 100%, height: 100%, fill: none, stroke: 0.7pt + rgb(entry.ink)))
})

#let level-cell(text-value) = {
  let entry = d.levels.at(text-value, default: none)
  if entry == none { text-value } else {
    box({
      box(baseline: 0.4mm, swatch(entry))
      h(3pt)
      text-value
    })
  }
}

#let data-table(t) = {
  let fractions = t.columns.filter(c => c.fraction != none).len()
  let columns = t.columns.map(c => if c.fraction == none or fractions < 2 { auto } else { c.fraction * 1fr })
  let short = t.rows.len() + t.totals.len() <= 10
  show figure: set block(breakable: not short)
  let aligns = t.columns.map(c => if c.number { right } else { left })
  figure(
    kind: table,
    supplement: d.tableWord,
    caption: figure.caption(position: top, t.caption),
    {
      set text(if t.columns.len() > 9 { 7pt } else { 8pt }, number-width: "tabular")
      set par(justify: false, leading: 0.55em)
      table(
        columns: columns,
        align: (x, y) => aligns.at(x) + if y == 0 { bottom } else { top },
        inset: (x, y) => (
          left: if x == 0 { 3pt } else if fractions < 2 { 7pt } else { 4.5pt },
          right: if x == t.columns.len() - 1 { 3pt } else if fractions < 2 { 7pt } else { 4.5pt },
          top: 3.6pt,
          bottom: 3.6pt,
        ),
        stroke: (x, y) => if y > 1 { (top: 0.3pt + line-colour) },
        fill: (x, y) => if y > 0 and t.flagged.contains(y - 1) { rgb("#fdeeee") },
        table.hline(stroke: 0.9pt + ink),
        table.header(..t.columns.map(c => text(weight: "bold", c.label))),
        table.hline(stroke: 0.5pt + ink),
        ..t.rows.map(r => t.columns.enumerate().map(((i, c)) => {
          let value = r.at(i)
          if c.level { level-cell(value) } else { value }
        })).flatten(),
        ..if t.totals.len() > 0 { (table.hline(stroke: 0.5pt + ink),) },
        ..t.totals.map(r => r.map(v => text(weight: "bold", v))).flatten(),
        table.hline(stroke: 0.9pt + ink),
      )
    },
  )
}

#let scale-bar(bar) = {
  let part = bar.lengthMillimeters / bar.segments * 1mm
  box(width: bar.lengthMillimeters * 1mm + 10mm, height: 7mm, {
    for i in range(bar.segments) {
      place(dx: i * part, dy: 0mm, rect(
        width: part, height: 1.6mm, stroke: 0.5pt + ink,
        fill: if calc.even(i) { ink } else { white },
      ))
    }
    set text(7pt)
    place(dx: -1mm, dy: 2.6mm, "0")
    place(dx: bar.lengthMillimeters * 1mm - 8mm, dy: 2.6mm, box(width: 16mm, align(center, bar.label)))
  })
}

#let north-arrow = box(width: 9mm, height: 13mm, {
  place(dx: 1mm, dy: 4mm, polygon(fill: ink, (3.5mm, 0mm), (6.2mm, 8.6mm), (3.5mm, 6.9mm)))
  place(dx: 1mm, dy: 4mm, polygon(fill: white, stroke: 0.5pt + ink, (3.5mm, 0mm), (0.8mm, 8.6mm), (3.5mm, 6.9mm)))
  place(dx: 0mm, dy: 0mm, box(width: 9mm, align(center, text(8.5pt, weight: "bold", "N"))))
})

/// Notes stand before what they are about and stay with it: after it, they would open the next page alone.
#let notes(lines) = if lines.len() > 0 {
  block(sticky: true, breakable: false, for line in lines { par(justify: false, text(8.5pt, fill: quiet, line)) })
}

#let halo(body) = box(fill: white.transparentize(22%), inset: (x: 1.6pt, y: 0.8pt), radius: 1pt, body)

#let legend-entry(symbol, label) = box({
  box(baseline: 22%, symbol)
  h(1.4mm)
  label
  h(4.5mm)
})

#let map-figure(f) = {
  let w = f.width * 1mm
  let h = f.height * 1mm
  figure(
    kind: image,
    supplement: d.figureWord,
    caption: f.caption,
    {
      set text(7pt)
      set par(justify: false, leading: 0.5em)
      block(width: w + 8mm, height: h + 5mm, breakable: false, {
        place(dx: 8mm, dy: 0mm, {
          if f.image != none { image(f.image, width: w, height: h, alt: f.caption) }
        })
        place(dx: 8mm, dy: 0mm, rect(width: w, height: h, fill: none, stroke: 0.8pt + ink))
        for tick in f.ticksX {
          place(dx: 8mm + tick.at * 1mm, dy: h, line(end: (0mm, 1mm), stroke: 0.5pt + ink))
          place(dx: 8mm + tick.at * 1mm - 10mm, dy: h + 1.6mm, box(width: 20mm, align(center, text(6.3pt, tick.label))))
        }
        for tick in f.ticksY {
          place(dx: 7mm, dy: tick.at * 1mm, line(end: (1mm, 0mm), stroke: 0.5pt + ink))
          place(dx: 3.6mm - 10mm, dy: tick.at * 1mm - 1.3mm, rotate(-90deg, box(width: 20mm, align(center, text(6.3pt, tick.label)))))
        }
        for s in f.shelters {
          place(dx: 8mm + s.x * 1mm - 1.55mm, dy: s.y * 1mm - 1.55mm,
            image(if s.flagged { "/shelter-flagged.svg" } else { "/shelter.svg" }, height: 3.1mm))
        }
        for label in f.zoneLabels {
          place(dx: 8mm + label.x * 1mm - 6mm, dy: label.y * 1mm - 1.6mm,
            box(width: 12mm, align(center, halo(text(6.3pt, weight: "bold", label.text)))))
        }
        for label in f.shelterLabels {
          let colour = if label.flagged { rgb("#8f1616") } else { ink }
          let name = halo(text(7pt, weight: "bold", fill: colour, label.text))
          let at = (
            right: (dx: 1.9mm, dy: -1.7mm, to: left + horizon),
            left: (dx: -81.9mm, dy: -1.7mm, to: right + horizon),
            above: (dx: -40mm, dy: -5.4mm, to: center + horizon),
            below: (dx: -40mm, dy: 1.9mm, to: center + horizon),
          ).at(label.side)
          place(dx: 8mm + label.x * 1mm + at.dx, dy: label.y * 1mm + at.dy,
            box(width: 80mm, height: 3.4mm, align(at.to, name)))
        }
        place(dx: 9.2mm, dy: h - 5.2mm, halo(text(7.5pt, f.review)))
      })
      v(1mm)
      align(left, pad(left: 8mm, block(width: w, {
        for e in f.legend { legend-entry(swatch(e), e.label) }
        for s in f.symbols {
          legend-entry(
            if s.kind == "buildings" { box(width: 9mm, height: 3.1mm, fill: gradient.linear(rgb("#c9cfd3"), rgb("#6d7880"))) }
            else { image("/" + s.kind + ".svg", height: 3.8mm) },
            s.label,
          )
        }
        v(0.6mm)
        grid(columns: (61mm, 11mm, 1fr), column-gutter: 1.5mm,
          {
            scale-bar(f.scaleBar)
            v(-2.4mm)
            text(7.5pt, weight: "bold", f.scale)
          },
          north-arrow,
          f.lines.join(linebreak()),
        )
      })))
    },
  )
}

#block(below: 1.2em, {
  {
    set par(leading: 0.5em)
    // A title a little too long for its line is set smaller; a long one is broken.
    layout(room => {
      let title(size) = text(size, weight: "bold", fill: accent, d.title)
      let fitting = 20pt * (room.width / measure(title(20pt)).width) * 0.99
      title(if fitting < 15pt { 20pt } else { calc.min(20pt, fitting) })
    })
  }
  parbreak()
  text(10.5pt, fill: quiet, d.subtitle)
})
#set par(justify: false)
#table(
  columns: (auto, 1.35fr, auto, 1fr),
  inset: (x: 4pt, y: 3.5pt),
  stroke: (x, y) => (bottom: 0.4pt + line-colour),
  ..d.meta.map(m => (text(8.5pt, fill: quiet, m.label), text(8.5pt, m.value))).flatten(),
)

#set par(justify: d.lang == "zh")
#heading(level: 1, d.summaryHeading)
#list(..d.summary, spacing: 0.75em)

#if d.figures.len() > 0 {
  heading(level: 1, d.figureHeading)
  notes(d.figureNotes)
  for f in d.figures { map-figure(f) }
}

#for s in d.sections {
  heading(level: 1, s.heading)
  // Stretching a line because a path or a fingerprint does not fit on it tears its characters apart.
  for p in s.paragraphs { par(justify: d.lang == "zh" and not p.contains(regex("[!-~]{16}")), p) }
  notes(s.notes)
  for t in s.tables { if t.rows.len() + t.totals.len() > 0 { data-table(t) } }
}
`;

/// How the page looks: on a light or a dark screen, and on paper.
enum PageStyle {
  static let css = """
    :root { color-scheme: light dark; --paper: #fbfaf7; --card: #ffffff; --ink: #1d2733; --quiet: #566270; --line: #d9d6cd; --accent: #0b6470; --fill: #7db8bd; --bar: #2f7f8a; --zone-below: #f6e6e0; --zone-fair: #f6efd6; --zone-good: #dfeeda; --good: #245c2b; --fair: #6b5100; --below: #93371f; --client: #f1efe8; --empathy: #0b6470; --openness: #a24a00; --nonjudgment: #5b3d99; }
    @media (prefers-color-scheme: dark) { :root { --paper: #14191f; --card: #1c232b; --ink: #e8e6e1; --quiet: #a5b0bb; --line: #39434e; --accent: #7fd0d6; --fill: #3f8f96; --bar: #5db3bb; --zone-below: #3a2722; --zone-fair: #37311c; --zone-good: #20341f; --good: #a5d9a0; --fair: #e6cd7d; --below: #f0a58e; --client: #242c35; --empathy: #7fd0d6; --openness: #f0aa6b; --nonjudgment: #bda6f0; } }
    * { box-sizing: border-box; }
    html { scroll-behavior: smooth; }
    @media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
    body { margin: 0 auto; max-width: 76rem; padding: 1.5rem clamp(1rem, 4vw, 3rem) 4rem; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; }
    h1, h2, h3 { line-height: 1.25; font-weight: 650; }
    h1 { margin: 0; font-size: 2rem; letter-spacing: -0.01em; }
    h2 { margin: 2.5rem 0 1rem; font-size: 1.3rem; }
    a { color: var(--accent); }
    a:focus-visible, summary:focus-visible, .table:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
    .skip { position: absolute; left: -100vw; }
    .skip:focus { left: 1rem; top: .5rem; padding: .4rem .8rem; background: var(--card); z-index: 2; }
    header { border-bottom: 1px solid var(--line); padding-bottom: 1rem; }
    header p { margin: .3rem 0 .8rem; color: var(--quiet); }
    nav a { margin-right: 1.1rem; }
    .note { color: var(--quiet); font-size: .875rem; }
    .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 1rem; }
    .card { margin: 0; padding: 1rem 1.1rem .6rem; background: var(--card); border: 1px solid var(--line); border-radius: 8px; display: flex; flex-direction: column; justify-content: space-between; }
    .card figcaption { display: flex; flex-wrap: wrap; justify-content: space-between; column-gap: 1rem; align-items: baseline; }
    .card .what { font-weight: 600; }
    .card strong { white-space: nowrap; font-size: 1.5rem; font-variant-numeric: tabular-nums; }
    .card .note { flex-basis: 100%; }
    .chart { display: block; width: 100%; height: auto; margin-top: .5rem; }
    .chart text { font: 10px system-ui, "DejaVu Sans", sans-serif; fill: var(--quiet); text-anchor: middle; }
    .chart .count { fill: var(--ink); }
    .chart .bar { fill: var(--bar); }
    .chart .axis, .chart .grid { stroke: var(--line); fill: none; }
    .chart .mark-line { stroke: var(--quiet); stroke-dasharray: 3 3; fill: none; }
    .zone.below { fill: var(--zone-below); } .zone.fair { fill: var(--zone-fair); } .zone.good { fill: var(--zone-good); } .zone.open { fill: none; }
    .chart.turns { max-width: 46rem; }
    .chart .level { text-anchor: end; }
    .chart .line { fill: none; stroke-width: 2; }
    .chart .line-name { text-anchor: start; font-size: 11px; }
    .line.empathy { stroke: var(--empathy); } .line.openness { stroke: var(--openness); stroke-dasharray: 7 3; } .line.nonjudgment { stroke: var(--nonjudgment); stroke-dasharray: 2 3; }
    .chart .line-name.empathy { fill: var(--empathy); } .chart .line-name.openness { fill: var(--openness); } .chart .line-name.nonjudgment { fill: var(--nonjudgment); }
    .table { overflow: auto; max-height: 90vh; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
    @media (min-width: 64rem) { .table { position: relative; left: 50%; transform: translateX(-50%); width: max-content; min-width: 100%; max-width: min(100vw - 3rem, 92rem); } }
    table { border-collapse: collapse; width: 100%; font-size: .8rem; font-variant-numeric: tabular-nums; }
    th, td { padding: .45rem .22rem; text-align: right; border-bottom: 1px solid var(--line); }
    thead th { position: sticky; top: 0; background: var(--card); vertical-align: bottom; font-weight: 600; font-size: .7rem; line-height: 1.3; }
    th:first-child { text-align: left; }
    tbody th .note { display: block; font-weight: 400; font-size: .75rem; }
    tbody th { font-weight: 500; min-width: 9rem; max-width: 26rem; overflow-wrap: anywhere; }
    @media (min-width: 92rem) { tbody th { min-width: 13rem; } thead th { font-size: .75rem; } }
    td .mark, td .verdict { display: block; width: max-content; margin-left: auto; }
    tbody tr:last-child > * { border-bottom: 0; }
    .mean { background: linear-gradient(to right, var(--fill) var(--filled), transparent var(--filled)); background-size: calc(100% - 1.4rem) 4px; background-position: center bottom 3px; background-repeat: no-repeat; }
    .mark { display: inline-block; min-width: 3.1em; padding: 0 .4em; border: 1px solid currentColor; border-radius: 4px; text-align: center; font-size: .75rem; line-height: 1.5; }
    .mark.good { color: var(--good); font-weight: 700; } .mark.fair { color: var(--fair); } .mark.below { color: var(--below); border-style: dashed; }
    .verdict { display: inline-block; padding: 0 .2em; border-bottom: 1px dotted currentColor; text-align: center; font-size: .75rem; line-height: 1.5; }
    .verdict.high { color: var(--good); font-weight: 700; } .verdict.low { color: var(--below); } .verdict.unsure { color: var(--quiet); font-style: italic; }
    .beside { margin: 0; align-self: center; max-width: 34rem; }
    @media (min-width: 60rem) { .beside { grid-column: span 2; } }
    #reading { margin-top: 2.5rem; padding: .1rem 1.3rem .6rem; border: 1px solid var(--line); border-radius: 8px; background: var(--card); }
    #reading h2 { margin-top: 1rem; }
    #reading li { margin: .35rem 0; }
    .session { margin: 1rem 0 2rem; padding: 1rem 1.3rem; background: var(--card); border: 1px solid var(--line); border-radius: 8px; content-visibility: auto; contain-intrinsic-size: auto 60rem; }
    .session:target { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
    summary { cursor: pointer; }
    summary h3 { display: inline; font-size: 1.1rem; overflow-wrap: anywhere; }
    .facts { display: flex; flex-wrap: wrap; gap: .3rem 2rem; margin: .8rem 0 0; }
    .facts div { display: flex; gap: .5rem; align-items: baseline; }
    .facts dt { color: var(--quiet); font-size: .875rem; } .facts dd { margin: 0; font-variant-numeric: tabular-nums; }
    ol.turns { list-style: none; margin: 1rem 0 0; padding: 0; max-width: 52rem; }
    ol.turns li { margin: 0 0 1.2rem; }
    .client, .reply { display: grid; grid-template-columns: 5rem minmax(0, 1fr); column-gap: 1rem; padding: .5rem .8rem; }
    .client { background: var(--client); border-radius: 6px; max-width: 52rem; }
    .client p, .reply p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; }
    .who { color: var(--quiet); font-size: .8rem; padding-top: .15rem; }
    .reply > p { grid-column: 2; }
    .reply .grade { margin-top: .35rem; font-size: .85rem; color: var(--quiet); white-space: normal; }
    .grade span { margin-right: .9rem; } .grade span:not([class]) { white-space: nowrap; } .grade b { color: var(--ink); font-variant-numeric: tabular-nums; } .grade .found { color: var(--ink); }
    mark { background: none; color: inherit; text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: .22em; text-decoration-skip-ink: none; }
    mark.raises { text-decoration-color: var(--empathy); background: color-mix(in srgb, var(--empathy) 9%, transparent); }
    mark.costs { text-decoration-style: wavy; text-decoration-thickness: 1.5px; text-decoration-color: var(--below); background: color-mix(in srgb, var(--below) 11%, transparent); }
    mark.plain { text-decoration-style: dotted; text-decoration-color: var(--quiet); }
    .code { display: inline-block; margin: 0 .15em 0 .35em; padding: 0 .4em; border: 1px solid var(--line); border-radius: 4px; background: var(--card); color: var(--quiet); font-size: .75rem; line-height: 1.45; text-decoration: none; white-space: nowrap; }
    .back { margin: .6rem 0 0; font-size: .875rem; }
    @media (max-width: 40rem) { .client, .reply { grid-template-columns: 1fr; } .reply > p { grid-column: 1; } }
    @media print {
    :root { color-scheme: light; --paper: #fff; --card: #fff; --ink: #000; --quiet: #444; --line: #bbb; --accent: #000; --fill: #777; --bar: #555; --zone-below: #fff; --zone-fair: #f3f3f3; --zone-good: #e6e6e6; --good: #000; --fair: #000; --below: #000; --client: #f4f4f4; --empathy: #000; --openness: #000; --nonjudgment: #000; }
    body { max-width: none; padding: 0; font-size: 10pt; }
    nav, .skip, .back { display: none; }
    @page list { size: landscape; } #trainees, #sessions, #reading { page: list; }
    .table { position: static; transform: none; width: auto; max-width: none; max-height: none; overflow: visible; border: 0; }
    table { font-size: 8pt; } th, td { padding: .2rem .3rem; } tbody th { min-width: 8rem; }
    thead { display: table-header-group; } thead th { position: static; font-size: 7.5pt; }
    tr, .card, li, .client { break-inside: avoid; }
    .session { break-before: page; border: 0; padding: 0; content-visibility: visible; }
    #transcripts { break-before: page; } #transcripts + .session, #transcripts + .note + .session { break-before: auto; }
    h2, h3, summary { break-after: avoid; }
    .cards { grid-template-columns: repeat(3, 1fr); } .beside { grid-column: span 2; } .card { padding: .7rem .8rem .4rem; } .mark, .verdict { font-size: 7.5pt; }
    a { text-decoration: none; }
    * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }
    """
}

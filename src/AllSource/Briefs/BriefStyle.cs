namespace AllSource.Briefs;

/// <summary>
/// The look of the page: for reading, for the dark, for forced colours, for a phone and for paper. Text and marks keep a contrast of at
/// least 4.5 to 1 (3 to 1 for shapes) in both schemes; colour never says anything alone. The TLP label follows FIRST's TLP 2.0.
/// </summary>
internal static class BriefStyle
{
    public const string Css = Screen + Parts + Other;

    private const string Screen = """
        :root{color-scheme:light dark;--paper:#fffefb;--desk:#f1efe9;--ink:#1b1f24;--soft:#545b65;--line:#d9d5cb;--band:#e3e0d8;
        --for:#174a7c;--against:#9c3b12;--serif:"Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua",Charter,Georgia,
        "Liberation Serif",serif;--sans:"Segoe UI",system-ui,-apple-system,"Helvetica Neue",Arial,"Liberation Sans",sans-serif}
        @media (prefers-color-scheme:dark){:root{--paper:#15181c;--desk:#0d0f12;--ink:#e9e6df;--soft:#a8aeb8;--line:#373c44;--band:#30353d;
        --for:#8fc1f2;--against:#f2a37e}}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
        body{margin:0;background:var(--desk);color:var(--ink);font:15px/1.45 var(--sans);overflow-wrap:anywhere}
        .page{max-width:58rem;margin:0 auto;background:var(--paper)}
        main{padding:1.4rem 2.6rem 1.2rem}
        p,ol,ul,table,figure,h1,h2{margin:0;padding:0}
        ol,ul{list-style:none}
        .hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        :focus-visible{outline:3px solid var(--for);outline-offset:2px}
        .band{display:flex;justify-content:space-between;align-items:center;gap:1rem;padding:.7rem 2.6rem;font-size:.82rem;color:var(--soft)}
        header.band{border-bottom:1px solid var(--line)}
        footer.band{border-top:1px solid var(--line)}
        .band strong{color:var(--ink);font-weight:600}
        .band span::before{content:"\00a0\00b7\00a0 "}
        .tlp{background:#000;color:#fff;font:700 16px/1 var(--sans);padding:.42em .6em;margin-left:auto;text-align:right;
        overflow-wrap:normal;forced-color-adjust:none;-webkit-print-color-adjust:exact;print-color-adjust:exact}
        .tlp.red{color:#ff2b2b}.tlp.amber{color:#ffc000}.tlp.green{color:#33ff00}.tlp.clear,.tlp.sealed{color:#fff}
        .case{color:var(--soft);font-size:.86rem;letter-spacing:.01em}
        h1{font:600 1.72rem/1.22 var(--serif);margin:.15rem 0 1.2rem;text-wrap:balance;max-width:40ch}
        h2{font:600 1.06rem/1.3 var(--serif);margin:1.5rem 0 .45rem}
        section:first-of-type h2{margin-top:0}
        b,strong{font-weight:650}

        """;

    private const string Parts = """
        .judgments li{display:grid;grid-template-columns:1.5rem 1fr 11rem;gap:0 .5rem;padding:.6rem 0;border-top:1px solid var(--line)}
        .judgments .no{font:600 1rem/1.35 var(--serif);color:var(--soft)}
        .statement{font:1.05rem/1.35 var(--serif)}
        .lead .statement{font-size:1.32rem;font-weight:600;line-height:1.28;text-wrap:pretty}
        .lead .no{font-size:1.32rem;line-height:1.28}
        .confidence{font-size:.88rem;color:var(--soft);margin-top:.3rem;max-width:62ch}
        .confidence b,.rests{color:var(--ink)}
        .likelihood{text-align:right}
        .likelihood p{display:flex;justify-content:space-between;align-items:baseline;gap:.5rem;margin-bottom:.15rem}
        .lead .likelihood{font-size:1.14rem}
        .likelihood span{font-variant-numeric:tabular-nums}
        .strip{display:block;width:100%;height:12px;overflow:visible}
        .strip rect{fill:var(--band)}.strip rect.here{fill:var(--for);opacity:.45}
        .strip line{stroke:var(--ink);stroke-width:2.4}
        table{border-collapse:collapse;width:100%;font-size:.88rem}
        caption{text-align:left;color:var(--soft);padding:0 0 .35rem;font-size:.86rem}
        th,td{text-align:left;vertical-align:baseline;padding:.3rem .6rem .3rem 0;border-top:1px solid var(--line);font-weight:400}
        thead th{border-top:0;color:var(--soft);font-size:.8rem;padding-top:0;vertical-align:bottom}
        td.no,th.no{width:1.5rem;color:var(--soft);font-family:var(--serif);font-weight:600}
        .count{white-space:nowrap;font-variant-numeric:tabular-nums}
        .count b{color:var(--for)}.count.against b{color:var(--against)}.none{color:var(--soft)}
        .fit{text-align:center;width:2.1rem;padding-right:0;font-variant-numeric:tabular-nums;font-weight:650}
        thead .fit{font-weight:400}
        .picture{--row:1.5rem;display:grid;grid-template-columns:15.5rem 1fr;column-gap:.8rem;font-size:.84rem}
        .picture figcaption{grid-column:1/-1;color:var(--soft);padding-bottom:.3rem;font-size:.86rem}
        .key{margin-right:1rem;white-space:nowrap}
        .root-key,.copy-key{display:inline-block;border-radius:50%;border:2px solid var(--for);vertical-align:-1px;
        -webkit-print-color-adjust:exact;print-color-adjust:exact;forced-color-adjust:none}
        .root-key{width:11px;height:11px;background:var(--for)}.copy-key{width:8px;height:8px;background:var(--paper);vertical-align:0}
        .voices li{height:var(--row);display:flex;align-items:center;gap:0;border-top:1px solid transparent}
        .voices li.first{border-top-color:var(--line)}
        .voices .no{flex:0 0 1.5rem;color:var(--soft);font-family:var(--serif);font-weight:600}
        .voice{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
        .voice em{color:var(--against);font-style:normal}.voice b{color:var(--for)}
        .plot{display:block;width:100%;height:calc(var(--row)*(var(--n) + 1));overflow:visible;font-size:.78rem}
        .plot text{fill:var(--soft)}
        .grid{stroke:var(--line);stroke-dasharray:1 3}.rule{stroke:var(--line)}.undated{stroke:var(--line)}
        .join{stroke:var(--for);stroke-width:1.5}
        .root{fill:var(--for);stroke:var(--paper);stroke-width:1.5}.copy{fill:var(--paper);stroke:var(--for);stroke-width:1.8}
        .against .join,.against .copy{stroke:var(--against)}.against .root{fill:var(--against)}
        details{font-size:.86rem;margin-top:.3rem}summary{color:var(--for);cursor:pointer;padding:.2rem 0}
        .scroll{overflow-x:auto}
        .ledger tbody{border-top:1px solid var(--line)}.ledger tbody td{border-top:0}
        .who{width:11rem;font-weight:600}.through{width:13rem;color:var(--soft)}
        .act{font-weight:600;color:var(--for)}.act.against{color:var(--against)}
        .columns{display:grid;grid-template-columns:1fr 1fr;gap:0 2.4rem}
        .columns:empty{display:none}
        .columns li{padding:.22rem 0 .22rem .9rem;position:relative;font-size:.9rem}
        .columns li::before{content:"\2013";position:absolute;left:0;color:var(--soft)}
        .remedy{color:var(--soft)}
        .sources p{font-size:.86rem;color:var(--soft);max-width:80ch}

        """;

    private const string Other = """
        @media (max-width:640px){main{padding:1rem 1rem 1rem}.band{padding:.6rem 1rem;align-items:flex-start}
        .band span{display:block}.band span::before{content:""}
        h1{font-size:1.4rem}.judgments li{grid-template-columns:1.3rem 1fr}.likelihood{grid-column:2;grid-row:1;margin-bottom:.35rem;text-align:left}
        .judgments .said{grid-column:2}.likelihood p{justify-content:flex-start}
        .evidence thead th:not(.fit){position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
        .evidence,.evidence tbody,.ledger,.ledger tbody{display:block}
        .evidence thead{display:none}.ledger thead{display:none}
        .evidence tr{display:flex;flex-wrap:wrap;border-top:1px solid var(--line);padding:.4rem 0 .4rem 1.3rem;position:relative}
        .evidence td,.evidence th,.ledger td,.ledger th{border:0;padding:0 .6rem 0 0;display:block;width:auto}
        .evidence td.no,.ledger th.no{position:absolute;left:0}
        .evidence th{flex:1 0 100%}.evidence .against::before{content:"against: "}
        .evidence .fit{text-align:left;width:auto;margin-right:.6rem}.evidence .fit span[aria-hidden]{display:none}
        .evidence .fit .hidden{position:static;clip-path:none;width:auto;height:auto;font-weight:400;color:var(--soft);white-space:normal}
        .evidence .count{white-space:normal}
        .ledger tbody{padding:.3rem 0 .3rem 1.3rem;position:relative}.ledger tr{display:block;padding:.25rem 0}
        .picture{grid-template-columns:1fr;--row:2.7rem}.picture figcaption{grid-row:1}
        .voices,.plot{grid-column:1;grid-row:2}.voices li{align-items:flex-start;padding-top:.15rem}
        .plot{transform:translateY(.55rem)}.rule{display:none}.plot .grid,.plot .undated{opacity:.6}
        .columns{grid-template-columns:1fr}}
        @media (prefers-contrast:more){:root{--soft:var(--ink);--line:currentColor}}
        @media (forced-colors:active){.strip rect{fill:GrayText}.strip rect.here{fill:Highlight;opacity:1}.strip line{stroke:CanvasText}
        .root,.against .root{fill:CanvasText;stroke:Canvas}.copy,.against .copy{fill:Canvas;stroke:CanvasText}
        .join,.against .join{stroke:CanvasText}.grid,.rule,.undated{stroke:GrayText}.plot text{fill:CanvasText}
        .root-key{background:CanvasText;border-color:CanvasText}.copy-key{background:Canvas;border-color:CanvasText}}
        @media print{:root{color-scheme:light;--paper:#fff;--desk:#fff;--ink:#000;--soft:#3f454d;--line:#bbb6aa;--band:#dedad0;--for:#174a7c;
        --against:#8a3410}
        @page{margin:9mm 13mm}
        body{font-size:8.2pt;line-height:1.32}
        .page{max-width:none;display:table;width:100%;table-layout:fixed}
        .page::before{display:table-header-group;content:"\a0";line-height:10mm}
        .page::after{display:table-footer-group;content:"\a0";line-height:9mm}
        .band{position:fixed;left:0;right:0;padding:0;background:#fff;border:0!important;font-size:8pt}
        header.band{top:0;height:8mm}footer.band{bottom:0;height:8mm}
        .tlp{font-size:12pt;padding:.3em .5em}
        main{padding:0;display:block}
        h1{font-size:15pt;margin:0 0 2.4mm;max-width:none}h2{font-size:10pt;margin:2.9mm 0 .9mm;break-after:avoid}
        .case{font-size:8pt}
        .judgments li{padding:1.2mm 0;grid-template-columns:5mm 1fr 38mm}
        .statement{font-size:9.4pt}.lead .statement,.lead .no{font-size:11.4pt}.lead .likelihood{font-size:9.6pt}
        .confidence{font-size:7.9pt;margin-top:.5mm;max-width:none}
        table,.picture{font-size:7.9pt}caption,.picture figcaption{font-size:7.6pt;padding-bottom:.6mm}thead th{font-size:7.4pt}
        th,td{padding:.55mm 2mm .55mm 0}td.no,th.no{width:5mm}
        .picture{--row:3.9mm;grid-template-columns:52mm 1fr}.voices .no{flex-basis:5mm}.plot{font-size:7pt}.plot .root{r:3.4px}.plot .copy{r:2.2px}
        .root-key{width:7px;height:7px}.copy-key{width:5px;height:5px}
        .fit{width:7mm}.who{width:34mm}.through{width:42mm}
        details{display:none}.columns{gap:0 8mm}.columns li{font-size:7.9pt;padding:.3mm 0 .3mm 3mm}
        .sources p{font-size:7.6pt;max-width:none}
        .strip rect,.root,.copy,.root-key,.copy-key{-webkit-print-color-adjust:exact;print-color-adjust:exact}
        tr,.judgments li,.picture,.columns section{break-inside:avoid}}

        """;
}

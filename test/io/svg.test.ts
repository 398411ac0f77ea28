// Which SVG images are drawings and nothing else.
import { describe, expect, test } from 'vitest';
import { activeContentOf } from '../../src/io/svg.ts';

const XMLNS = 'xmlns="http://www.w3.org/2000/svg"';

describe('drawings pass', () => {
  const drawings = {
    plain: `<svg ${XMLNS}><title>Load &amp; errors</title><path d="M0 0"/></svg>`,
    'declared and from Graphviz': `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg ${XMLNS}><g/></svg>`,
    'with the word script in its text': `<svg ${XMLNS}><desc>A description of the deploy script</desc><text>on call = 1</text></svg>`,
    'with gradients, styles and a picture': `<svg ${XMLNS}><style>.a{fill:url(#g)}</style><use href="#g"/>
<image href="data:image/png;base64,AAAA"/></svg>`,
    'with entities in its text': `<svg ${XMLNS}><text>a&#160;b &lt; c</text></svg>`,
  };
  test.each(Object.entries(drawings))('%s', (_name, svg) => expect(activeContentOf(svg)).toBeUndefined());
});

describe('anything more is refused', () => {
  const active = {
    'a script': `<svg ${XMLNS}><script>alert(1)</script></svg>`,
    'a script under a prefix': `<x:svg xmlns:x="http://www.w3.org/2000/svg"><x:SCRIPT href="a.js"/></x:svg>`,
    'a handler': `<svg ${XMLNS} onload="alert(1)"/>`,
    'a handler on a new line': `<svg ${XMLNS}\nonload = "alert(1)"/>`,
    'a script in a link': `<svg ${XMLNS}><a href="javascript:alert(1)"><path/></a></svg>`,
    'a script in a link, encoded': `<svg ${XMLNS}><a href="&#106;avascript:alert(1)"><path/></a></svg>`,
    'HTML inside': `<svg ${XMLNS}><foreignObject><p/></foreignObject></svg>`,
    'HTML under a prefix': `<svg ${XMLNS} xmlns:h="http://www.w3.org/1999/xhtml"><h:body/></svg>`,
    'a link set later': `<svg ${XMLNS}><a><set attributeName="href" to="javascript:alert(1)"/></a></svg>`,
    'an animation': `<svg ${XMLNS}><animate attributeName="href"/></svg>`,
    'an entity': `<!DOCTYPE svg [<!ENTITY a "b">]><svg ${XMLNS}>&a;</svg>`,
    'a stylesheet that is a program': `<?xml-stylesheet type="text/xsl" href="a.xsl"?><svg ${XMLNS}/>`,
    'a picture from elsewhere': `<svg ${XMLNS}><image href="https://example.com/a.png"/></svg>`,
    'a picture from elsewhere, without its scheme': `<svg ${XMLNS}><image href="//example.com/a.png"/></svg>`,
    'a font from elsewhere': `<svg ${XMLNS}><style>@import "https://example.com/a.css"</style></svg>`,
    'a page in a link': `<svg ${XMLNS}><a href="data:text/html,hello"/></svg>`,
    'another encoding': `<?xml version="1.0" encoding="UTF-7"?><svg ${XMLNS}/>`,
  };
  test.each(Object.entries(active))('%s', (_name, svg) => expect(activeContentOf(svg)).toBeTypeOf('string'));
});

// A built-in geocoder for Greater London: centres of outward codes, and of boroughs and well-known areas.
import { type OutwardCode, outwardCodeOf } from '../kernel/postcode.ts';
import { foldCaseAndAccents, type Geocoder, type Point } from './geo.ts';

// Outward codes: the middle of their postcodes, facts of open data under the Open Government Licence v3 (Ordnance Survey
// and ONS; contains Royal Mail data), to about 100 m. Districts that lie only partly in Greater London are here too.
// Places: their centres as maps show them, put in by hand to about 300 m and checked against the outward codes.
// Written as thousandths of a degree: north of 51°, east of Greenwich.

const CODES = `
BR 1:411,22 2:389,22 3:403,-30 4:376,-7 5:390,104 6:366,93 7:410,72 8:398,177
CR 0:372,-75 2:350,-80 3:287,-80 4:404,-158 5:312,-139 6:308,-51 7:395,-102 8:336,-111
DA 1:446,209 5:440,147 6:455,140 7:466,147 8:476,177 14:425,113 15:440,99 16:464,109 17:487,149 18:492,144
E 1:518,-58 1W:508,-57 2:529,-61 3:528,-25 4:622,-3 5:559,-52 6:526,56 7:547,28 8:542,-63 9:543,-43 10:568,-12
E 11:568,14 12:550,54 13:527,27 14:506,-19 15:539,3 16:511,26 17:586,-18 18:592,27 20:539,-16
EC 1:523,-101 1A:520,-103 1M:521,-102 1N:520,-107 1R:525,-107 1V:525,-97 1Y:523,-93 2:520,-89 2A:523,-86 2M:518,-86
EC 2N:516,-86 2R:516,-92 2V:516,-93 2Y:520,-96 3:514,-83 3A:515,-82 3M:513,-83 3N:513,-79 3R:512,-85 3V:514,-86
EC 4:515,-100 4A:516,-108 4M:515,-100 4N:515,-93 4R:512,-92 4V:513,-99 4Y:514,-108
EN 1:654,-67 2:658,-91 3:659,-38 4:648,-160 5:649,-194 6:699,-177 8:698,-32 9:695,14
HA 0:550,-304 1:579,-336 2:573,-358 3:593,-319 4:570,-410 5:595,-384 6:610,-420 7:610,-307 8:611,-273 9:559,-286
IG 1:559,75 2:574,81 3:562,101 4:577,55 5:587,66 6:592,89 7:613,89 8:607,34 9:624,40 10:648,66 11:536,94
KT 1:407,-296 2:416,-289 3:399,-256 4:378,-243 5:392,-287 6:389,-300 7:390,-327 8:401,-362 9:364,-302 17:341,-248
KT 18:317,-262 19:351,-268 22:301,-337
N 1:537,-97 1C:536,-126 2:590,-168 3:600,-192 4:571,-101 5:553,-97 6:571,-141 7:553,-116 8:583,-116 9:628,-57
N 10:594,-143 11:613,-138 12:615,-176 13:619,-102 14:634,-129 15:582,-82 16:563,-75 17:598,-71 18:613,-64
N 19:565,-127 20:629,-174 21:636,-98 22:599,-110
NW 1:533,-143 2:558,-218 3:552,-171 4:587,-223 5:551,-142 6:541,-194 7:615,-235 8:531,-172 9:586,-255 10:540,-246
NW 11:578,-196
RM 1:582,184 2:583,203 3:602,227 4:633,160 5:599,166 6:575,133 7:575,171 8:557,132 9:540,136 10:544,159 11:569,219
RM 12:553,209 13:524,196 14:556,265 15:508,278
SE 1:498,-89 2:489,118 3:469,20 4:461,-33 5:473,-91 6:438,-14 7:484,35 8:481,-28 9:445,57 10:482,-1 11:489,-109
SE 12:444,25 13:458,-9 14:475,-42 15:472,-65 16:496,-52 17:488,-93 18:484,74 19:417,-84 20:412,-57 21:438,-86
SE 22:454,-71 23:440,-49 24:454,-99 25:397,-75 26:427,-54 27:430,-101 28:502,108
SM 1:366,-191 2:353,-196 3:370,-213 4:392,-199 5:367,-167 6:360,-143 7:323,-200
SW 1:496,-139 1A:503,-131 1E:497,-139 1H:498,-133 1P:495,-133 1V:490,-137 1W:493,-147 1X:498,-153 1Y:505,-134
SW 2:449,-119 3:490,-165 4:460,-136 5:490,-188 6:477,-200 7:496,-175 8:476,-131 9:469,-112 10:484,-181 11:466,-164
SW 12:445,-148 13:475,-245 14:465,-265 15:457,-225 16:422,-127 17:430,-163 18:450,-189 19:423,-203 20:411,-225
TN 14:295,162 16:294,53
TW 1:450,-325 2:447,-349 3:467,-361 4:466,-383 5:480,-381 6:469,-446 7:473,-332 8:486,-306 9:467,-294 10:449,-302
TW 11:427,-331 12:422,-369 13:438,-400 14:452,-418 15:430,-455 16:415,-415 19:452,-502
UB 1:514,-373 2:499,-379 3:505,-422 4:524,-407 5:543,-375 6:539,-343 7:506,-470 8:535,-473 9:582,-490 10:548,-452
UB 11:519,-458
W 1:515,-142 1B:514,-139 1C:514,-148 1D:513,-131 1F:513,-135 1G:518,-146 1H:517,-159 1J:507,-144 1K:511,-149
W 1S:511,-141 1T:520,-135 1U:518,-152 1W:519,-139 2:515,-178 3:509,-268 4:491,-263 5:512,-301 6:492,-228
W 7:511,-334 8:500,-193 9:526,-191 10:521,-214 11:512,-204 12:508,-229 13:513,-320 14:495,-209
WC 1:521,-122 1A:517,-125 1B:519,-126 1E:521,-132 1H:524,-126 1N:521,-120 1R:519,-116 1V:517,-119 1X:525,-116
WC 2:513,-123 2A:516,-115 2B:515,-122 2E:512,-123 2H:513,-128 2N:510,-125 2R:511,-119
WD 3:645,-481 6:657,-275 23:646,-365
`;

const PLACES = `
abbey_wood:491,121 acton:508,-267 archway:566,-135 balham:443,-152 barbican:520,-95 barking:539,81
barking_riverside:519,117 barking_and_dagenham:546,130 barkingside:589,83 barnes:473,-244 barnet:653,-200
battersea:470,-163 beckenham:408,-26 beckton:515,61 becontree:553,129 becontree_heath:561,150
bermondsey:498,-64 bethnal_green:527,-61 bexley:441,149 bexleyheath:457,143 biggin_hill:313,34
blackheath:466,9 bloomsbury:522,-126 bow:528,-25 brent:553,-267 brent_cross:576,-219 brentford:486,-308
brixton:461,-115 brockley:464,-37 bromley:406,15 camberwell:474,-93 camden:541,-143 camden_town:539,-143
canary_wharf:505,-20 canning_town:515,8 carshalton:367,-165 catford:445,-20 chadwell_heath:570,132
charlton:485,37 chelsea:488,-169 chessington:358,-299 chingford:630,0 chislehurst:417,69 chiswick:492,-264
city_of_london:515,-92 clapham:462,-138 clapton:561,-57 collier_row:598,162 coulsdon:320,-140
cricklewood:558,-215 crouch_end:579,-124 croydon:374,-99 crystal_palace:418,-78 dagenham:544,148
dagenham_heathway:542,148 dalston:546,-75 deptford:479,-26 dulwich:445,-86 ealing:513,-305
east_dulwich:457,-74 east_ham:533,55 edgware:614,-275 edmonton:622,-62 elephant_and_castle:494,-100
eltham:451,52 enfield:652,-81 erith:482,177 feltham:447,-410 finchley:601,-193 finsbury_park:565,-106
forest_gate:549,25 forest_hill:439,-53 fulham:478,-201 golders_green:572,-194 greenford:536,-343
greenwich:480,-1 hackney:545,-55 hainault:603,93 hammersmith:492,-224 hammersmith_and_fulham:490,-214
hampstead:556,-178 haringey:588,-106 harold_hill:606,225 harrow:580,-335 havering:568,205 hayes:507,-420
hendon:589,-226 herne_hill:453,-102 highbury:552,-97 highgate:572,-146 hillingdon:541,-452
holloway:552,-117 hornchurch:562,213 hounslow:468,-361 hoxton:530,-81 ilford:559,70 isle_of_dogs:493,-18
isleworth:473,-330 islington:538,-102 kennington:488,-107 kensington:500,-192
kensington_and_chelsea:499,-190 kilburn:544,-200 kings_cross:531,-123 kingston_upon_thames:410,-300
lambeth:476,-116 lewisham:462,-12 leyton:564,-11 leytonstone:568,9 loughborough_junction:466,-102
manor_park:551,48 mayesbrook:549,109 merton:409,-196 mile_end:525,-33 mill_hill:614,-231 mitcham:403,-163
morden:402,-195 muswell_hill:590,-143 new_addington:343,-11 new_cross:476,-38 new_malden:403,-257
newham:527,30 norbury:412,-123 northolt:547,-369 northwood:611,-424 norwood:431,-103 notting_hill:511,-205
orpington:374,98 palmers_green:618,-108 peckham:473,-69 penge:416,-54 pinner:594,-382 plaistow:527,25
poplar:509,-12 purley:338,-115 putney:461,-217 rainham:518,191 redbridge:576,60 richmond:461,-304
richmond_upon_thames:448,-326 romford:576,182 rotherhithe:500,-52 ruislip:573,-421 shepherds_bush:505,-224
shoreditch:525,-78 sidcup:426,103 soho:513,-132 south_norwood:398,-75 southall:509,-378 southgate:632,-127
southwark:487,-83 stanmore:617,-313 stepney:515,-46 stockwell:472,-123 stoke_newington:562,-74
stratford:541,-2 streatham:429,-131 surbiton:392,-304 sutton:362,-193 sydenham:427,-54 teddington:424,-332
thamesmead:502,108 thornton_heath:399,-100 tooting:428,-168 tottenham:598,-68 tower_hamlets:516,-33
tulse_hill:440,-105 twickenham:449,-330 upminster:556,251 uxbridge:546,-479 vauxhall:486,-123
wallington:360,-150 waltham_forest:591,-13 walthamstow:583,-20 wandsworth:457,-191 wanstead:576,27
wapping:507,-58 welling:463,109 wembley:553,-297 west_ham:531,10 west_norwood:432,-103
west_wickham:376,-14 westminster:497,-137 whitechapel:517,-66 willesden:547,-236 wimbledon:421,-206
winchmore_hill:634,-101 wood_green:597,-110 woodford:607,34 woolwich:491,65
`;

const pointOf = (north = '', east = ''): Point => ({ lat: 51 + Number(north) / 1000, lng: Number(east) / 1000 });

function table(text: string, nameOf: (name: string, area: string) => string): ReadonlyMap<string, Point> {
  const entries: [string, Point][] = [];
  for (const line of text.trim().split('\n')) {
    const [area = ''] = line.split(' ', 1);
    for (const [, name = '', north, east] of line.matchAll(/(\S+):(\d+),(-?\d+)/g))
      entries.push([nameOf(name, area), pointOf(north, east)]);
  }
  return new Map(entries);
}

export const londonCodes: ReadonlyMap<OutwardCode, Point> = table(CODES, (name, area) => area + name);

export const londonPlaces: ReadonlyMap<string, Point> = table(PLACES, (name) => name.replaceAll('_', ' '));

/** Spells a name such as “Kensington & Chelsea”, “King’s Cross” or “London Borough of Brent” as the table does. */
const normalisePlaceName = (text: string): string =>
  foldCaseAndAccents(text)
    .replace(/, *london *$/, '')
    .replaceAll('&', ' and ')
    .replaceAll(/['’.]/g, '')
    .replaceAll(/[\s,-]+/g, ' ')
    .trim()
    .replace(/^(the )?(london|royal) borough of /, '');

export const london: Geocoder = {
  find(text) {
    const outward = outwardCodeOf(text);
    return (outward === undefined ? undefined : londonCodes.get(outward)) ?? londonPlaces.get(normalisePlaceName(text));
  },
};

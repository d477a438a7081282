import { drawHundredMetres, drawPolioCases, drawVostokHours } from "./bars.ts";
import { drawBending } from "./bending.ts";
import { drawCanal } from "./canal.ts";
import { drawCathedral } from "./cathedral.ts";
import { drawDow, drawFourFlights, drawGoldPrice } from "./chart.ts";
import { drawCollision } from "./collision.ts";
import { drawCorridors, drawMarconi, drawSuez, drawTitanic } from "./crossings.ts";
import { drawDoubleHelix } from "./double-helix.ts";
import { paintEarthrise } from "./earthrise.ts";
import { drawCape, drawEuroCash, drawGagarin, drawIndianIndependence, drawLindbergh, drawSmallpox, drawSouthPole } from "./map.ts";
import { drawMountain } from "./mountain.ts";
import { drawRadiation } from "./radiation.ts";
import { drawReach } from "./reach.ts";
import { drawRockets } from "./rockets.ts";
import { paintBlackHole, paintPaleBlueDot, type Pixels } from "./sky.ts";
import { drawMoonFlight, drawSputnik } from "./spaceflight.ts";
import { drawStadium } from "./stadium.ts";
import { drawTomb } from "./tomb.ts";
import { drawVoyagers } from "./voyager.ts";
import { drawWall } from "./wall.ts";
import { drawWeb } from "./web.ts";
import { drawAzimuthal, drawEqualEarth, drawGallPeters, drawMercator, drawMollweide, drawWinkelTripel } from "./world-maps.ts";

/** Every picture of the sample: its file in articles/, and what draws it, as an SVG document or as pixels. */
export const pictures: Readonly<Record<string, () => string | Pixels>> = {
  "1900/12/planck.png": drawRadiation,
  "1901/12/marconi.png": drawMarconi,
  "1903/12/four-flights.png": drawFourFlights,
  "1911/12/south-pole.png": drawSouthPole,
  "1912/04/titanic.png": drawTitanic,
  "1914/08/panama-canal.png": drawCanal,
  "1919/11/eclipse.png": drawBending,
  "1922/11/tutankhamun.png": drawTomb,
  "1927/05/lindbergh.png": drawLindbergh,
  "1947/08/indian-independence.png": drawIndianIndependence,
  "1948/06/berlin-blockade.png": drawCorridors,
  "1950/07/maracana.png": drawStadium,
  "1953/04/double-helix.png": drawDoubleHelix,
  "1953/05/everest.png": drawMountain,
  "1955/04/polio-cases.png": drawPolioCases,
  "1956/07/suez.png": drawSuez,
  "1957/10/sputnik.png": drawSputnik,
  "1961/04/gagarin.png": drawGagarin,
  "1963/06/tereshkova.png": drawVostokHours,
  "1969/07/moon-landing.png": drawMoonFlight,
  "1971/08/gold-window.png": drawGoldPrice,
  "1977/09/voyager.png": drawVoyagers,
  "1980/05/smallpox.png": drawSmallpox,
  "1987/10/black-monday.png": drawDow,
  "1989/11/berlin-wall.png": drawWall,
  "1990/02/mandela-release.png": drawCape,
  "1990/02/pale-blue-dot.jpg": paintPaleBlueDot,
  "1991/08/first-website.png": drawWeb,
  "2002/01/euro-cash.png": drawEuroCash,
  "2009/08/hundred-metres.png": drawHundredMetres,
  "2012/07/higgs-boson.png": drawCollision,
  "2018/08/azimuthal.png": drawAzimuthal,
  "2018/08/equal-earth.png": drawEqualEarth,
  "2018/08/gall-peters.png": drawGallPeters,
  "2018/08/mercator.png": drawMercator,
  "2018/08/mollweide.png": drawMollweide,
  "2018/08/winkel-tripel.png": drawWinkelTripel,
  "2019/04/black-hole.jpg": paintBlackHole,
  "2019/07/earthrise.jpg": paintEarthrise,
  "2019/07/reach.png": drawReach,
  "2019/07/rockets.png": drawRockets,
  "2024/12/notre-dame.png": drawCathedral,
};

import { aBowlOfMatcha } from "./aBowlOfMatcha.ts";
import { about } from "./about.ts";
import { airingAThrow } from "./airingAThrow.ts";
import { aNapkinWithAPocket } from "./aNapkinWithAPocket.ts";
import { aParcelThatArrives } from "./aParcelThatArrives.ts";
import { aTeapotThatDoesNotDrip } from "./aTeapotThatDoesNotDrip.ts";
import { checklistForAWoodenBoard } from "./checklistForAWoodenBoard.ts";
import { coldBrewWithoutFuss } from "./coldBrewWithoutFuss.ts";
import { colophon } from "./colophon.ts";
import { cutAboveTheBud } from "./cutAboveTheBud.ts";
import { doesCoffeeBelongInTheFreezer } from "./doesCoffeeBelongInTheFreezer.ts";
import { gingerOnTheWindowSill } from "./gingerOnTheWindowSill.ts";
import { howMuchWaterAPotWants } from "./howMuchWaterAPotWants.ts";
import { howToDescaleAKettle } from "./howToDescaleAKettle.ts";
import { howToSharpenAKnife } from "./howToSharpenAKnife.ts";
import { howToWrapABox } from "./howToWrapABox.ts";
import { isIroningNecessary } from "./isIroningNecessary.ts";
import { lightOverTheTable } from "./lightOverTheTable.ts";
import { lumensNotWatts } from "./lumensNotWatts.ts";
import { picklesByTomorrow } from "./picklesByTomorrow.ts";
import { puttingTheGardenToolsToBed } from "./puttingTheGardenToolsToBed.ts";
import { questionsAboutCastIron } from "./questionsAboutCastIron.ts";
import { questionsAboutFeedingBirds } from "./questionsAboutFeedingBirds.ts";
import { recipeCardsThatGetUsed } from "./recipeCardsThatGetUsed.ts";
import { roastingCoffeeInAPan } from "./roastingCoffeeInAPan.ts";
import { sixAtTheTable } from "./sixAtTheTable.ts";
import { sixtyGramsToTheLitre } from "./sixtyGramsToTheLitre.ts";
import { theCaseForOneMug } from "./theCaseForOneMug.ts";
import { theDrawerTest } from "./theDrawerTest.ts";
import { theFirstHoursOfACandle } from "./theFirstHoursOfACandle.ts";
import { theRightHeatForTea } from "./theRightHeatForTea.ts";
import { threeHerbsFromSeed } from "./threeHerbsFromSeed.ts";
import { whatFitsIntoAJar } from "./whatFitsIntoAJar.ts";
import { whatPaperWeighs } from "./whatPaperWeighs.ts";
import { whatTakesOutWhichStain } from "./whatTakesOutWhichStain.ts";
import { whatTheLettersOnAPencilMean } from "./whatTheLettersOnAPencilMean.ts";

/** Newest first, pages last. */
export const articles = [
  gingerOnTheWindowSill,
  lightOverTheTable,
  airingAThrow,
  sixAtTheTable,
  recipeCardsThatGetUsed,
  howToDescaleAKettle,
  aTeapotThatDoesNotDrip,
  puttingTheGardenToolsToBed,
  howToSharpenAKnife,
  whatTakesOutWhichStain,
  sixtyGramsToTheLitre,
  howMuchWaterAPotWants,
  theRightHeatForTea,
  theFirstHoursOfACandle,
  questionsAboutCastIron,
  whatPaperWeighs,
  doesCoffeeBelongInTheFreezer,
  cutAboveTheBud,
  theDrawerTest,
  howToWrapABox,
  checklistForAWoodenBoard,
  isIroningNecessary,
  roastingCoffeeInAPan,
  aParcelThatArrives,
  whatFitsIntoAJar,
  threeHerbsFromSeed,
  coldBrewWithoutFuss,
  aNapkinWithAPocket,
  picklesByTomorrow,
  lumensNotWatts,
  aBowlOfMatcha,
  whatTheLettersOnAPencilMean,
  theCaseForOneMug,
  questionsAboutFeedingBirds,
  colophon,
  about,
];

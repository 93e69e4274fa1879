"""Names of elements of a Word file that show nothing, by the prefix of their name space."""

SILENT = {
    "w": (
        "abstractNumId active activeRecord activeWritingStyle addressFieldName "
        "adjustLineHeightInTable adjustRightInd alias aliases alignBordersAndEdges "
        "alignTablesRowByRow allowPNG allowSpaceOfSameStyleInTable altChunkPr altName "
        "alwaysMergeEmptyNamespace alwaysShowPlaceholderText annotationRef applyBreakingRules "
        "attachedSchema attachedTemplate attr autoCaption autoCaptions autoFormatOverride "
        "autoHyphenation autoRedefine autoSpaceDE autoSpaceDN autoSpaceLikeWord95 "
        "autofitToFirstFixedWidthCell b bCs background balanceSingleByteDoubleByteWidth bar "
        "basedOn bdr behavior behaviors between bibliography bidi bidiVisual blockQuote bodyDiv "
        "bookFoldPrinting bookFoldPrintingSheets bookFoldRevPrinting bookmarkEnd bookmarkStart "
        "bordersDoNotSurroundFooter bordersDoNotSurroundHeader bottom cachedColBalance "
        "calcOnExit calendar cantSplit caps caption captions category cellDel cellIns cellMerge "
        "characterSpacingControl charset checkErrors checked citation clickAndTypeStyle "
        "clrSchemeMapping cnfStyle col colDelim color cols column comboBox comment "
        "commentRangeEnd commentRangeStart commentReference comments compat compatSetting "
        "connectString consecutiveHyphenLimit contextualSpacing continuationSeparator "
        "convMailMergeEsc cs customXmlDelRangeEnd customXmlDelRangeStart customXmlInsRangeEnd "
        "customXmlInsRangeStart customXmlMoveFromRangeEnd customXmlMoveFromRangeStart "
        "customXmlMoveToRangeEnd customXmlMoveToRangeStart customXmlPr dataSource dataType date "
        "dateFormat decimalSymbol default defaultTabStop defaultTableStyle del delInstrText "
        "delText description destination dirty displayBackgroundShape displayHangulFixedWidth "
        "displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery div divBdr divId "
        "divs divsChild doNotAutoCompressPictures doNotAutofitConstrainedTables "
        "doNotBreakConstrainedForcedTable doNotBreakWrappedTables doNotDemarcateInvalidXml "
        "doNotDisplayPageBoundaries doNotEmbedSmartTags doNotExpandShiftReturn "
        "doNotHyphenateCaps doNotIncludeSubdocsInStats doNotLeaveBackslashAlone "
        "doNotOrganizeInFolder doNotRelyOnCSS doNotSaveAsSingleFile doNotShadeFormData "
        "doNotSnapToGridInCell doNotSuppressBlankLines doNotSuppressIndentation "
        "doNotSuppressParagraphBorders doNotTrackFormatting doNotTrackMoves "
        "doNotUseEastAsianBreakRules doNotUseHTMLParagraphAutoSpacing "
        "doNotUseIndentAsNumberingTabStop doNotUseLongFileNames "
        "doNotUseMarginsForDrawingGridOrigin doNotValidateAgainstSchema "
        "doNotVertAlignCellWithSp doNotVertAlignInTxbx doNotWrapTextWithPunct docDefaults "
        "docGrid docPart docPartBody docPartCategory docPartGallery docPartList docPartObj "
        "docPartPr docPartUnique docParts docVar docVars documentProtection documentType "
        "drawingGridHorizontalOrigin drawingGridHorizontalSpacing drawingGridVerticalOrigin "
        "drawingGridVerticalSpacing dropDownList dstrike dynamicAddress eastAsianLayout effect "
        "em embedBold embedBoldItalic embedItalic embedRegular embedSystemFonts "
        "embedTrueTypeFonts emboss enabled encoding end endnotePr endnoteRef entryMacro "
        "equation evenAndOddHeaders exitMacro fHdr family fieldMapData fitText flatBorders "
        "fldData font fonts footerReference footnoteLayoutLikeWW8 footnotePr footnoteRef "
        "forceUpgrade forgetLastTabAlignment formProt format formsDesign frame frameLayout "
        "framePr frameset framesetSplitbar gallery glossaryDocument gridAfter gridBefore "
        "gridCol gridSpan group growAutofit guid gutterAtTop hMerge hdrShapeDefaults "
        "headerReference headerSource helpText hidden hideGrammaticalErrors hideMark "
        "hideSpellingErrors highlight hps hpsBaseText hpsRaise hyphenationZone i iCs id "
        "ignoreMixedContent ilvl imprint ind insideH insideV isLgl jc keepLines keepNext kern "
        "kinsoku lang lastRenderedPageBreak latentStyles layoutRawTableWidth "
        "layoutTableRowsApart left legacy lid lineWrapLikeWord6 link linkStyles linkToQuery "
        "linkedToFile listItem listSeparator lnNumType lock locked lsdException lvlJc "
        "lvlPicBulletId lvlRestart mailAsAttachment mailMerge mailSubject mainDocumentType "
        "mappedName marBottom marH marLeft marRight marTop marW matchSrc maxLength "
        "mirrorIndents mirrorMargins moveFrom moveFromRangeEnd moveFromRangeStart "
        "moveToRangeEnd moveToRangeStart multiLevelType mwSmallCaps name next noBorder "
        "noColumnBalance noEndnote noExtraLineSpacing noLeading noLineBreaksAfter "
        "noLineBreaksBefore noProof noPunctuationKerning noResizeAllowed noSpaceRaiseLower "
        "noTabHangInd noWrap notTrueType nsid numId numIdMacAtCleanup numPicBullet numRestart "
        "numStart numStyleLink numberingChange oMath odso optimizeForBrowser outline outlineLvl "
        "overflowPunct pBdr pPr pPrChange pPrDefault pStyle pageBreakBefore panose1 paperSrc "
        "permEnd permStart personal personalCompose personalReply pgBorders pgMar pgNumType "
        "pgSz picture pitch pixelsPerInch placeholder pos position printBodyTextBeforeHeader "
        "printColBlack printFormsData printFractionalCharacterWidth printPostScriptOverText "
        "printTwoOnOne printerSettings proofErr proofState qFormat query rFonts rPr rPrChange "
        "rPrDefault rStyle readModeInkLockDown recipientData recipients relyOnVML "
        "removeDateAndTime removePersonalInformation result revisionView richText right rsid "
        "rsidRoot rsids rt rtl rtlGutter rubyAlign rubyPr saveFormsData saveInvalidXml "
        "savePreviewPicture saveSubsetFonts saveThroughXslt saveXmlDataOnly scrollbar sdtEndPr "
        "sdtPr sectPr sectPrChange selectFldWithFirstOrLastChar semiHidden separator settings "
        "shadow shapeDefaults shapeLayoutLikeWW8 shd showBreaksInFrames showEnvelope "
        "showXMLTags showingPlcHdr sig size sizeAuto smallCaps smartTagPr smartTagType "
        "snapToGrid softHyphen sourceFileName spaceForUL spacing spacingInWholePoints "
        "specVanish splitPgBreakAndParaMark src statusText storeMappedDataAs "
        "strictFirstAndLastChars strike style styleLink styleLockQFSet styleLockTheme "
        "stylePaneFormatFilter stylePaneSortMethod styles subFontBySize suff summaryLength "
        "suppressAutoHyphens suppressBottomSpacing suppressLineNumbers suppressOverlap "
        "suppressSpBfAfterPgBrk suppressSpacingAtTopOfPage suppressTopSpacing "
        "suppressTopSpacingWP swapBordersFacingPages sz szCs table tabs tag targetScreenSz "
        "tblBorders tblCaption tblCellMar tblCellSpacing tblDescription tblGrid tblGridChange "
        "tblHeader tblInd tblLayout tblLook tblOverlap tblPr tblPrChange tblPrEx tblPrExChange "
        "tblStyle tblStyleColBandSize tblStylePr tblStyleRowBandSize tblW tblpPr tcBorders "
        "tcFitText tcMar tcPr tcPrChange tcW temporary text textAlignment textDirection "
        "textInput textboxTightWrap themeFontLang titlePg tl2br tmpl top topLinePunct tr2bl "
        "trHeight trPr trPrChange trackRevisions truncateFontHeightsLikeWP6 type types u udl "
        "uiCompat97To2003 uiPriority ulTrailSpace underlineTabInNumList unhideWhenUsed "
        "uniqueTag updateFields useAltKinsokuLineBreakRules useAnsiKerningPairs useFELayout "
        "useNormalStyleForList usePrinterMetrics useSingleBorderforContiguousCells "
        "useWord2002TableStyleRules useWord97LineBreakRules useXSLTWhenSaving vAlign vMerge "
        "vanish vertAlign view viewMergedData w wAfter wBefore webHidden webSettings "
        "widowControl wordWrap wpJustification wpSpaceWidth wrapTrailSpaces writeProtection "
        "zoom"
    ),
    "m": (
        "accPr aln alnScr argPr argSz barPr baseJc borderBoxPr boxPr brk brkBin brkBinSub cGp "
        "cGpRule cSp chr count ctrlPr defJc degHide diff dispDef eqArrPr fPr funcPr groupChrPr "
        "grow hideBot hideLeft hideRight hideTop intLim interSp intraSp jc lMargin limLoc "
        "limLowPr limUppPr lit mPr mathFont mathPr maxDist mc mcJc mcPr mcs naryLim naryPr "
        "noBreak nor oMathParaPr objDist opEmu phantPr plcHide pos postSp preSp rMargin rPr rSp "
        "rSpRule radPr sPrePr sSubPr sSubSupPr sSupPr scr show shp smallFrac strikeBLTR strikeH "
        "strikeTLBR strikeV sty subHide supHide transp type vertJc wrapIndent wrapRight zeroAsc "
        "zeroDesc zeroWid"
    ),
    "wp": (
        "align cNvGraphicFramePr docPr effectExtent extent lineTo posOffset positionH positionV "
        "simplePos start wrapNone wrapPolygon wrapSquare wrapThrough wrapTight wrapTopAndBottom"
    ),
    "wps": "bodyPr cNvCnPr cNvPr cNvSpPr extLst linkedTxbx spPr style",
    "wpg": "cNvFrPr cNvGrpSpPr cNvPr extLst grpSpPr xfrm",
    "wpc": "bg extLst whole",
    "a": (
        "accent1 accent2 accent3 accent4 accent5 accent6 ahLst ahPolar ahXY alpha alphaBiLevel "
        "alphaCeiling alphaFloor alphaInv alphaMod alphaModFix alphaOff alphaOutset alphaRepl "
        "anchor arcTo audioCd audioFile avLst backdrop band1H band1V band2H band2V bevel bevelB "
        "bevelT bgClr bgFillStyleLst biLevel bldChart bldDgm blend blue blueMod blueOff blur "
        "bodyPr bottom buBlip buChar buClr buClrTx buFont buFontTx buNone buSzPct buSzPts "
        "buSzTx cNvCxnSpPr cNvGraphicFramePr cNvGrpSpPr cNvPicPr cNvPr cNvSpPr camera cell3D "
        "chExt chOff chart close clrChange clrFrom clrMap clrRepl clrScheme clrTo comp cont "
        "contourClr cs cubicBezTo custClr custClrLst custDash custGeom cxn cxnLst "
        "cxnSpLocks defPPr defRPr dgm dk1 dk2 ds duotone ea effect effectDag effectLst "
        "effectRef effectStyle effectStyleLst end endCxn endParaRPr ext extLst extraClrScheme "
        "extraClrSchemeLst extrusionClr fgClr fill fillOverlay fillRect fillRef fillStyleLst "
        "fillToRect firstCol firstRow flatTx fmtScheme folHlink font fontRef fontScheme gamma "
        "gd gdLst glow gradFill graphicFrameLocks gray grayscl green greenMod greenOff gridCol "
        "grpFill grpSpLocks grpSpPr gs gsLst headEnd highlight hlink hlinkClick hlinkHover "
        "hlinkMouseOver hsl hslClr hue hueMod hueOff innerShdw insideH insideV inv invGamma "
        "lastCol lastRow latin left lightRig lin ln lnB lnBlToTr lnDef lnL lnR lnRef lnSpc "
        "lnStyleLst lnT lnTlToBr lnTo lstStyle lt1 lt2 lum lumMod lumOff lvl1pPr lvl2pPr "
        "lvl3pPr lvl4pPr lvl5pPr lvl6pPr lvl7pPr lvl8pPr lvl9pPr majorFont masterClrMapping "
        "minorFont miter moveTo neCell noAutofit noFill norm normAutofit nvCxnSpPr "
        "nvGraphicFramePr nvGrpSpPr nvPicPr nvSpPr nwCell objectDefaults off outerShdw "
        "overrideClrMapping pPr path pathLst pattFill picLocks pos prstClr prstDash prstGeom "
        "prstShdw prstTxWarp pt quadBezTo quickTimeFile rPr rect red redMod redOff reflection "
        "relOff right rot round rtl sat satMod satOff scene3d schemeClr scrgbClr seCell shade "
        "snd softEdge solidFill sp3d spAutoFit spDef spLocks spPr spcAft spcBef spcPct spcPts "
        "srcRect srgbClr st stCxn stretch style swCell sx sy sym sysClr tab tabLst tableStyle "
        "tableStyleId tailEnd tblBg tblGrid tblPr tblStyle tblStyleLst tcBdr tcPr tcStyle "
        "tcTxStyle theme themeElements themeManager themeOverride tile tileRect tint tl2br top "
        "tr2bl txDef uFill uFillTx uLn uLnTx up useSpRect videoFile wavAudioFile wholeTbl xfrm"
    ),
    "pic": "blipFill cNvPicPr cNvPr nvPicPr spPr",
    "v": "background f fill formulas h handles path shadow shapetype stroke",
    "o": (
        "FieldCodes LinkType LockedField bottom callout clippath colormenu colormru column "
        "complex entry extrusion fill idmap left lock proxy r regrouptable rel relationtable "
        "right rules shapedefaults shapelayout skew top"
    ),
    "w10": "anchorlock borderbottom borderleft borderright bordertop wrap",
    "w14": (
        "alpha bevel bevelB bevelT cNvContentPartPr cNvPr camera checkbox checked checkedState "
        "cntxtAlts conflictDel conflictMode contourClr customXmlConflictDelRangeEnd "
        "customXmlConflictDelRangeStart customXmlConflictInsRangeEnd "
        "customXmlConflictInsRangeStart defaultImageDpi discardImageEditingData docId "
        "entityPicker extLst extrusionClr fillToRect glow gradFill gs gsLst hueMod ligatures "
        "lightRig lin lum lumMod lumOff miter noFill numForm numSpacing nvContentPartPr path "
        "props3d prstDash reflection rot round sat satMod satOff scene3d schemeClr shade shadow "
        "solidFill srgbClr styleSet stylisticSets textFill textOutline tint uncheckedState xfrm"
    ),
    "w15": (
        "appearance chartTrackingRefBased collapsed color commentEx commentsEx "
        "doNotAllowInsertDeleteSection docId footnoteColumns people person presenceInfo "
        "repeatingSection repeatingSectionItem sectionTitle webExtensionCreated "
        "webExtensionLinked"
    ),
    "w16cex": "commentExtensible commentsExtensible extLst",
    "w16cid": "commentId commentsIds",
    "w16cur": "ext",
    "wne": (
        "acd acdEntry acdManifest acds active docEvents eventDocBuildingBlockAfterInsert "
        "eventDocClose eventDocContentControlAfterInsert eventDocContentControlBeforeDelete "
        "eventDocContentControlContentUpdate eventDocContentControlOnEnter "
        "eventDocContentControlOnExit eventDocNew eventDocOpen eventDocStoreUpdate eventDocSync "
        "eventDocXmlAfterInsert eventDocXmlBeforeDelete fci hash keymap keymaps keymapsBad "
        "macro mcd mcds recipientData recipients tcg toolbarData toolbars vbaSuppData wch wll"
    ),
    "wp14": "pctHeight pctPosHOffset pctPosVOffset pctWidth sizeRelH sizeRelV",
    "wp15": "webVideoPr",
    "a14": (
        "artisticBlur artisticCement artisticChalkSketch artisticCrisscrossEtching "
        "artisticCutout artisticFilmGrain artisticGlass artisticGlowDiffused artisticGlowEdges "
        "artisticLightScreen artisticLineDrawing artisticMarker artisticMosiaicBubbles "
        "artisticPaintBrush artisticPaintStrokes artisticPastelsSmooth artisticPencilGrayscale "
        "artisticPencilSketch artisticPhotocopy artisticPlasticWrap artisticTexturizer "
        "artisticWatercolorSponge backgroundMark backgroundRemoval brightnessContrast "
        "cNvContentPartPr cNvPr cameraTool colorTemperature compatExt cpLocks extLst "
        "foregroundMark hiddenEffects hiddenFill hiddenLine hiddenScene3d hiddenSp3d imgEffect "
        "imgLayer imgProps isCanvas nvContentPartPr saturation shadowObscured sharpenSoften "
        "useLocalDpi xfrm"
    ),
    "a15": "backgroundPr nonVisualGroupProps objectPr signatureLine",
    "a16": "colId creationId cxnDERefs predDERef rowId",
    "a1611": "picAttrSrcUrl",
    "adec": "decorative",
    "ahyp": "hlinkClr",
    "aoe": "extLst oembedShared",
    "asl": "extLst scriptLink",
    "ask": (
        "extLst lineSketchCurved lineSketchFreehand lineSketchNone lineSketchScribble "
        "lineSketchStyleProps seed type"
    ),
    "asvg": "svgBlip",
    "pic14": "extLst style",
}
"""Properties, marks, settings, glosses, revisions that are gone: no page shows them as text."""
